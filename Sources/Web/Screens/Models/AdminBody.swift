/// One body: its members and its rules.
struct AdminBody: Sendable {
    var bodyName: String
    var memberCount: Int
    var members: [Member]
    var newMember: NewMember
    var screens: [Wall]
    var newScreen: NewWall
    var rules: Rules

    /// An account that shows this body's sessions on a wall.
    struct Wall: Sendable {
        var userId: String
        var name: String
        var username: String
        var wallClass: String
        var wallWord: String
        var wallActions: [ActionModel]
    }

    struct NewWall: Sendable {
        var screensUrl: String
        var hasWalls: Bool
        var wallOptions: [OptionModel]
    }

    struct Member: Sendable {
        var userId: String
        var fieldId: String
        var order: Int
        var name: String
        var office: String
        var roleWord: String
        var weight: Int
        var position: String
        var memberUrl: String
        var bodyRoles: [OptionModel]
        var memberActions: [ActionModel]
    }

    struct NewMember: Sendable {
        var membersUrl: String
        var userOptions: [OptionModel]
        var fieldId = "new-member"
        var bodyRoles: [OptionModel]
        var position = ""
        var order: Int
        var weight = 1
    }

    struct Rules: Sendable {
        var rulesUrl: String
        var rulesVersionLine: String
        var quorumNumerator: Int
        var quorumDenominator: Int
        var adoptionNumerator: Int
        var adoptionDenominator: Int
        var comparisonOptions: [OptionModel]
        var ofOptions: [OptionModel]
        var tieOptions: [OptionModel]
        var appliesOptions: [OptionModel]
        var checkOptions: [OptionModel]
        var statusWord: String
        var statusClass: String
        /// Nil once confirmed.
        var confirmUrl: String?
        var ruleSourceText: String
        var absentMayVote: Bool
        var remoteCounts: Bool
        var remotePasswordMinutes: String
        var castingHours: String
        /// Kept as it is: circulated opinions have their own page in a later release.
        var silenceOptions: [OptionModel]
        var approvalOptions: [OptionModel]
        var earlyCloseOptions: [OptionModel]
        /// Empty: no threshold.
        var minimumReturned: String
    }
}
