/// Administration: one of its pages.
struct AdminModel: Sendable {
    var tabs: [NavigationLink]
    var accounts: AdminAccounts?
    var bodyList: AdminBodies?
    var bodyPage: AdminBody?
    var trust: AdminTrust?
    var contacts: AdminContacts?
}

/// Every account of the house.
struct AdminAccounts: Sendable {
    var accountCount: Int
    var accountRows: [Account]
    var roleOptions: [OptionModel]
    var passwordMinimum: Int
    var passwordHint: String

    struct Account: Sendable {
        var userId: String
        var name: String
        var office: String
        var username: String
        var roleWord: String
        var stateClass: String
        var stateSymbol: String
        var stateWord: String
        /// Empty where there is none.
        var mailAddress: String
        /// The same, or that there is none.
        var mailShown: String
        var mailUrl: String
        var passwordUrl: String
        var accountActions: [ActionModel]
    }
}

/// The bodies that meet and vote.
struct AdminBodies: Sendable {
    var bodyRows: [Row]

    struct Row: Sendable {
        var href: String
        var bodyName: String
        var memberCount: Int
        var ruleSummary: String
        var ruleSource: String
    }
}
