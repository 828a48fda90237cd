/// A photo as pages show it.
struct PhotoModel: Sendable {
    var photoHref: String
    var photoAlt: String
}

/// A paper as pages link it.
struct FileModel: Sendable {
    var fileHref: String
    var fileName: String
}
