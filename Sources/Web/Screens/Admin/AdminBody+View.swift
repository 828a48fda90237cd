import Cabinet
import Rules

extension AdminBody {
    init(_ body: BodyView, members all: [MemberView], screens walls: [AccountView], accounts: [AccountView], _ p: Phrases) {
        let url = "/api/v1/bodies/\(body.id)"
        let taken = Set(all.map(\.user))
        bodyName = body.name
        memberCount = all.count
        members = all.map { Member($0, body: body, p) }
        newMember = NewMember(
            membersUrl: "\(url)/members",
            userOptions: accounts.filter { !taken.contains($0.id) && !$0.disabled && $0.role != .screen }.map { OptionModel(value: $0.id.text, label: p.line($0.name, $0.title)) },
            bodyRoles: Self.roles(.member, p), order: (all.map(\.order).max() ?? 0) + 1)
        screens = walls.map { Wall($0, url: "\(url)/screens", p) }
        let hung = Set(walls.map(\.id))
        let spare = accounts.filter { $0.role == .screen && !$0.disabled && !hung.contains($0.id) }
        newScreen = NewWall(screensUrl: "\(url)/screens", hasWalls: !spare.isEmpty, wallOptions: spare.map { OptionModel(value: $0.id.text, label: p.line($0.name, $0.username)) })
        rules = Rules(body, url: "\(url)/rules", p)
    }

    static func roles(_ selected: BodyRole, _ p: Phrases) -> [OptionModel] {
        BodyRole.allCases.map { OptionModel(value: $0.rawValue, label: p.t("bodyRole.\($0.rawValue)"), selected: $0 == selected) }
    }
}

extension AdminBody.Wall {
    init(_ account: AccountView, url: String, _ p: Phrases) {
        userId = account.id.text
        name = account.name
        username = account.username
        wallClass = account.disabled ? "none" : "ok"
        wallWord = p.t(account.disabled ? "admin.disabled" : "admin.active")
        wallActions = [
            ActionModel(label: p.t("wall.remove"), method: "DELETE", url: "\(url)/\(account.id)", confirmation: p.t("wall.removeConfirm", ["name": account.name]), symbol: "remove")
        ]
    }
}

extension AdminBody.Member {
    init(_ member: MemberView, body: BodyView, _ p: Phrases) {
        userId = member.user.text
        fieldId = "member-\(member.user)"
        order = member.order
        name = member.name
        office = member.position.isEmpty ? member.title : member.position
        roleWord = p.t("bodyRole.\(member.role.rawValue)")
        weight = member.weight
        position = member.position
        memberUrl = "/api/v1/bodies/\(body.id)/members/\(member.user)"
        bodyRoles = AdminBody.roles(member.role, p)
        memberActions = [
            ActionModel(
                label: p.t("admin.removeMember"), method: "DELETE", url: memberUrl,
                confirmation: p.t("admin.removeMemberConfirm", ["name": member.name, "body": body.name]), symbol: "remove")
        ]
    }
}

extension AdminBody.Rules {
    init(_ body: BodyView, url: String, _ p: Phrases) {
        let rules = body.rules
        func options<T: CaseIterable & RawRepresentable>(_ selected: T, _ key: (T) -> String) -> [OptionModel] where T.RawValue == String {
            T.allCases.map { OptionModel(value: $0.rawValue, label: p.t(key($0)), selected: $0.rawValue == selected.rawValue) }
        }
        rulesUrl = url
        rulesVersionLine = p.t("rules.version", ["version": "\(body.ruleVersion)"])
        quorumNumerator = rules.quorum.numerator
        quorumDenominator = rules.quorum.denominator
        adoptionNumerator = rules.adoption.numerator
        adoptionDenominator = rules.adoption.denominator
        comparisonOptions = options(rules.adoption.comparison) { "rules.\($0.rawValue)" }
        ofOptions = options(rules.adoption.of) { "rule.base.\($0.rawValue)" }
        tieOptions = options(rules.tie.decidedBy) { "rules.tie.\($0.rawValue)" }
        appliesOptions = options(rules.tie.applies) { "rules.applies.\($0.rawValue)" }
        checkOptions = options(rules.quorumCheckedAt) { "rules.checkedAt.\($0.rawValue)" }
        let isConfirmed = rules.status == .confirmed
        statusWord = p.t(isConfirmed ? "rules.status.confirmed" : "poll.ruleUnconfirmed")
        statusClass = isConfirmed ? "ok" : "warn"
        confirmUrl = isConfirmed ? nil : "\(url)/\(body.ruleVersion)/confirm"
        ruleSourceText = rules.source ?? ""
        absentMayVote = rules.absentMayVote
        remoteCounts = rules.remoteVoteCountsAsPresence
        remotePasswordMinutes = "\(rules.remotePasswordMinutes ?? 0)"
        castingHours = "\(rules.tie.secondsToDecide / 3600)"
        silenceOptions = options(rules.circulation.silence) { "rules.silence.\($0.rawValue)" }
        approvalOptions = options(rules.circulation.approval ?? .whenDescribed) { "rules.approval.\($0.rawValue)" }
        earlyCloseOptions = options(rules.circulation.earlyClose ?? .whenNotDescribed) { "rules.earlyClose.\($0.rawValue)" }
        minimumReturned = rules.circulation.minimumReturned.map(String.init) ?? ""
    }
}
