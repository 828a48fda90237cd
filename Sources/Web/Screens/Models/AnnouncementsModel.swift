/// Words of the secretariat to everyone, newest first.
struct AnnouncementsModel: Sendable {
    /// Set for those who may post.
    var announceUrl: String?
    var posts: [Post]
    /// Numbered notices of changes after convening.
    var notices: [Post]
    var hasNotices: Bool
    /// Items on their way to the agenda.
    var proposals: ProposalsModel?

    struct Post: Sendable {
        var seq: Int64
        var text: String
        var postedLine: String
    }
}
