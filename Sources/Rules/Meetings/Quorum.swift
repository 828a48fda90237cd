/// The lamp on every screen: who is here, who must be, in heads.
public struct Quorum: Codable, Hashable, Sendable {
    /// N
    public var members: Int
    /// P
    public var present: Int
    public var numerator: Int
    public var denominator: Int
    /// Where the rule stands; nil where the rules of the body do not say.
    public var source: String?
    /// The legal unit has confirmed it.
    public var isConfirmed: Bool?

    public init(members: Int, present: Int, numerator: Int, denominator: Int, source: String? = nil, isConfirmed: Bool? = nil) {
        self.members = members
        self.present = present
        self.numerator = numerator
        self.denominator = denominator
        self.source = source
        self.isConfirmed = isConfirmed
    }

    /// By the rules of a body, with their source.
    public init(members: Int, present: Int, rules: RuleSet) {
        self.init(
            members: members, present: present, numerator: rules.quorum.numerator, denominator: rules.quorum.denominator, source: rules.shortSource,
            isConfirmed: rules.status.map { $0 == .confirmed })
    }

    public init(members: Int, present: Int, fraction: Fraction) {
        self.init(members: members, present: present, numerator: fraction.numerator, denominator: fraction.denominator)
    }

    private var fraction: Fraction { Fraction(numerator, denominator) }

    /// Integers only: "two thirds" is 3P ≥ 2N. A body without members never has a quorum.
    public var isMet: Bool { members > 0 && fraction.isReached(by: present, of: members) }

    /// The smallest P that makes a quorum.
    public var needed: Int { fraction.smallestReaching(members) }

    /// What fills the sentence of a refusal: the numbers; with a source also the share, the source, and as `reason` whether the legal
    /// unit has confirmed it.
    public var parameters: [String: String] {
        var parameters = ["present": "\(present)", "members": "\(members)", "needed": "\(needed)"]
        guard let source else { return parameters }
        parameters["share"] = share
        parameters["source"] = source
        parameters["reason"] = isConfirmed == false ? "unconfirmed" : "sourced"
        return parameters
    }

    /// "2/3"
    public var share: String { "\(numerator)/\(denominator)" }

    /// Refuses `meeting.no-quorum` with `parameters`.
    public func mayOpenMeeting() throws(Refusal) {
        guard isMet else { throw Refusal(.meetingNoQuorum, parameters) }
    }

    /// The words beside the lamp: "Có mặt 18/22 – đủ điều kiện (cần 15)".
    public var sentence: BilingualText {
        let numbers = "\(present)/\(members)"
        return isMet
            ? BilingualText(vi: "Có mặt \(numbers) – đủ điều kiện (cần \(needed))", en: "\(numbers) present – quorum reached (\(needed) needed)")
            : BilingualText(vi: "Có mặt \(numbers) – chưa đủ điều kiện (cần \(needed))", en: "\(numbers) present – no quorum (\(needed) needed)")
    }
}
