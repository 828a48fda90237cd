/// A page names a template that is not in the folder: the installation is incomplete.
struct MissingTemplate: Error, CustomStringConvertible {
    var name: String
    var description: String { "there is no template \(name)" }
}
