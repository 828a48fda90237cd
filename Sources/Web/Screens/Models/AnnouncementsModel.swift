/// Words of the secretariat to everyone, newest first.
struct AnnouncementsModel: Sendable {
    /// Set for those who may post.
    var announceUrl: String?
    var posts: [Post]

    struct Post: Sendable {
        var seq: Int64
        var text: String
        var postedLine: String
    }
}
