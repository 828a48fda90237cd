/// A choice in a drop-down list.
struct OptionModel: Sendable {
    var value: String
    var label: String
    var selected = false
}

/// A name and what is said of it.
struct FactModel: Sendable {
    var factName: String
    var factText: String
}
