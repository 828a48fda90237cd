/// The count as it travels in an archive, for a recount without a server. What a roster, a ballot or a rule set cannot
/// be is refused here: an archive is read before it is trusted. Sets are sorted arrays.
extension ElectionCount: Codable {
    private enum CodingKeys: String, CodingKey {
        case method, options, places, seats, ballots, secret, presentAtClosing, recused, circulated, rules, ruleVersion
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func corrupted(_ key: CodingKeys, _ text: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: container, debugDescription: text)
        }
        let options = try container.decode([PollOption].self, forKey: .options)
        let places = try container.decode(Int.self, forKey: .places)
        guard Set(options.map(\.id)).count == options.count, (1...max(1, options.count)).contains(places) else {
            throw corrupted(.options, "an option twice, or more places than options")
        }
        let seats = try container.decode([PollCount.Seat].self, forKey: .seats)
        guard seats.count <= PollCount.maximumSeats, Set(seats.map(\.user)).count == seats.count else {
            throw corrupted(.seats, "too many seats, or a person with two")
        }
        let ballots = try container.decode([Ballot].self, forKey: .ballots)
        guard Set(ballots.map(\.user)).count == ballots.count else { throw corrupted(.ballots, "a person with two ballots") }
        let secret = try container.decodeIfPresent(SecretBox.self, forKey: .secret)
        guard (secret?.slips.count ?? 0) <= seats.count else { throw corrupted(.secret, "more slips than seats") }
        let rules = try container.decode(RuleSet.self, forKey: .rules)
        do throws(Refusal) { try rules.validated() } catch { throw corrupted(.rules, error.fields.first?.pointer ?? "") }
        self.init(
            method: try container.decode(PollMethod.self, forKey: .method), options: options, places: places, seats: seats, ballots: ballots,
            secret: secret, presentAtClosing: try container.decode(Set<UserID>.self, forKey: .presentAtClosing),
            recused: try container.decode(Set<UserID>.self, forKey: .recused), circulated: try container.decode(Bool.self, forKey: .circulated),
            rules: rules, ruleVersion: try container.decodeIfPresent(Int.self, forKey: .ruleVersion))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(method, forKey: .method)
        try container.encode(options, forKey: .options)
        try container.encode(places, forKey: .places)
        try container.encode(seats, forKey: .seats)
        try container.encode(ballots.sorted { $0.user < $1.user }, forKey: .ballots)
        try container.encodeIfPresent(secret, forKey: .secret)
        try container.encode(presentAtClosing.sorted(), forKey: .presentAtClosing)
        try container.encode(recused.sorted(), forKey: .recused)
        try container.encode(circulated, forKey: .circulated)
        try container.encode(rules, forKey: .rules)
        try container.encodeIfPresent(ruleVersion, forKey: .ruleVersion)
    }
}

extension ElectionCount.SecretBox: Codable {
    private enum CodingKeys: String, CodingKey {
        case voted, slips
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(voted: try container.decode(Set<UserID>.self, forKey: .voted), slips: try container.decode([[PollOptionID]].self, forKey: .slips))
    }

    /// Both sorted, so that no order tells who voted what.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(voted.sorted(), forKey: .voted)
        try container.encode(slips.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }, forKey: .slips)
    }
}
