/// How the votes fell: by weight or by heads. The four always add up to the whole roster.
public struct Tally: Codable, Hashable, Sendable {
    public var `for`: Int
    public var against: Int
    public var abstain: Int
    /// Seats without a ballot, the recused among them.
    public var none: Int

    public init(for: Int = 0, against: Int = 0, abstain: Int = 0, none: Int = 0) {
        self.for = `for`
        self.against = against
        self.abstain = abstain
        self.none = none
    }

    /// for + against + abstain
    public var cast: Int { `for` + against + abstain }
    /// for + against
    public var valid: Int { `for` + against }
    public var total: Int { cast + none }

    mutating func add(_ count: Int, to choice: Choice?) {
        switch choice {
        case .for: `for` += count
        case .against: against += count
        case .abstain: abstain += count
        case nil: none += count
        }
    }
}
