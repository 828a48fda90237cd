import Rules

/// A part of a list to choose from.
struct GroupModel: Sendable {
    var groupName: String
    var options: [OptionModel]
}
