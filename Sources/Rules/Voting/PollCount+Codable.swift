extension PollCount.Seat: Codable {
    private enum CodingKeys: String, CodingKey {
        case user, weight, role
    }

    /// Refuses a weight outside `weights`: an archive is read before it is trusted.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let weight = try container.decode(Int.self, forKey: .weight)
        guard Self.weights.contains(weight) else {
            throw DecodingError.dataCorruptedError(forKey: .weight, in: container, debugDescription: "a seat weighs 1 to 1000")
        }
        self.init(
            user: try container.decode(UserID.self, forKey: .user), weight: weight, role: try container.decode(BodyRole.self, forKey: .role))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(user, forKey: .user)
        try container.encode(weight, forKey: .weight)
        try container.encode(role, forKey: .role)
    }
}

extension PollCount.SecretBox: Codable {
    private enum CodingKeys: String, CodingKey {
        case voted, slips
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(voted: try container.decode(Set<UserID>.self, forKey: .voted), slips: try container.decode([Choice].self, forKey: .slips))
    }

    /// Both sorted, so that no order tells who voted what.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(voted.sorted(), forKey: .voted)
        try container.encode(slips.sorted { $0.rawValue < $1.rawValue }, forKey: .slips)
    }
}

/// The count as it travels in an archive, for a recount without a server: sets are sorted arrays, ballots
/// `[{"user","choice","remote"}]` in order of user, so that equal counts are equal bytes under sorted keys.
extension PollCount: Codable {
    private enum CodingKeys: String, CodingKey {
        case seats, ballots, secret, presentAtClosing, presentAtOpening, recused, decider, castingVote, castingExpired, circulated
        case stillOpen, closedAsCertain, rules, ruleVersion
    }

    private struct NamedBallot: Codable {
        var user: UserID
        var choice: Choice
        var remote: Bool
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func corrupted(_ key: CodingKeys, _ text: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: container, debugDescription: text)
        }
        let seats = try container.decode([Seat].self, forKey: .seats)
        guard seats.count <= Self.maximumSeats, Set(seats.map(\.user)).count == seats.count else {
            throw corrupted(.seats, "too many seats, or a person with two")
        }
        let named = try container.decode([NamedBallot].self, forKey: .ballots)
        guard Set(named.map(\.user)).count == named.count else { throw corrupted(.ballots, "a person with two ballots") }
        let secret = try container.decodeIfPresent(SecretBox.self, forKey: .secret)
        guard (secret?.slips.count ?? 0) <= seats.count else { throw corrupted(.secret, "more slips than seats") }
        let rules = try container.decode(RuleSet.self, forKey: .rules)
        do throws(Refusal) { try rules.validated() } catch { throw corrupted(.rules, error.fields.first?.pointer ?? "") }
        self.init(
            seats: seats,
            ballots: Dictionary(uniqueKeysWithValues: named.map { ($0.user, Cast(choice: $0.choice, remote: $0.remote)) }),
            secret: secret,
            presentAtClosing: try container.decode(Set<UserID>.self, forKey: .presentAtClosing),
            presentAtOpening: try container.decode(Set<UserID>.self, forKey: .presentAtOpening),
            recused: try container.decode(Set<UserID>.self, forKey: .recused),
            decider: try container.decodeIfPresent(UserID.self, forKey: .decider),
            castingVote: try container.decodeIfPresent(CastingVote.self, forKey: .castingVote),
            castingExpired: try container.decode(Bool.self, forKey: .castingExpired),
            circulated: try container.decode(Bool.self, forKey: .circulated),
            stillOpen: try container.decode(Bool.self, forKey: .stillOpen),
            // Absent in what was written before slips could be closed early.
            closedAsCertain: try container.decodeIfPresent(Bool.self, forKey: .closedAsCertain) ?? false,
            rules: rules,
            ruleVersion: try container.decodeIfPresent(Int.self, forKey: .ruleVersion))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(seats, forKey: .seats)
        let named = ballots.map { NamedBallot(user: $0.key, choice: $0.value.choice, remote: $0.value.remote) }
        try container.encode(named.sorted { $0.user < $1.user }, forKey: .ballots)
        try container.encodeIfPresent(secret, forKey: .secret)
        try container.encode(presentAtClosing.sorted(), forKey: .presentAtClosing)
        try container.encode(presentAtOpening.sorted(), forKey: .presentAtOpening)
        try container.encode(recused.sorted(), forKey: .recused)
        try container.encodeIfPresent(decider, forKey: .decider)
        try container.encodeIfPresent(castingVote, forKey: .castingVote)
        try container.encode(castingExpired, forKey: .castingExpired)
        try container.encode(circulated, forKey: .circulated)
        try container.encode(stillOpen, forKey: .stillOpen)
        if closedAsCertain { try container.encode(true, forKey: .closedAsCertain) }
        try container.encode(rules, forKey: .rules)
        try container.encodeIfPresent(ruleVersion, forKey: .ruleVersion)
    }
}
