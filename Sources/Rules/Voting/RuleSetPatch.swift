/// Some of the rules: what a poll or a new version changes, the rest stays (`{"adoption":{"numerator":2,"denominator":3}}`).
///
/// A key that is absent keeps the value; `"minimumReturned": null` removes the threshold.
public struct RuleSetPatch: Codable, Hashable, Sendable {
    public struct FractionPatch: Codable, Hashable, Sendable {
        public var numerator: Int?
        public var denominator: Int?
    }

    public struct AdoptionPatch: Codable, Hashable, Sendable {
        public var numerator: Int?
        public var denominator: Int?
        public var comparison: RuleSet.Adoption.Comparison?
        public var of: RuleSet.Adoption.Base?
    }

    public struct TiePatch: Codable, Hashable, Sendable {
        public var decidedBy: RuleSet.Tie.Decider?
        public var applies: RuleSet.Tie.Kind?
        public var castingHours: Int?
    }

    public var quorum: FractionPatch?
    public var adoption: AdoptionPatch?
    public var tie: TiePatch?
    public var quorumCheckedAt: RuleSet.QuorumCheck?
    public var absentMayVote: Bool?
    public var remoteVoteCountsAsPresence: Bool?
    public var remotePasswordMinutes: Int?
    public var circulation: CirculationPatch?
    public var source: String?
    public var status: RuleSet.Status?

    /// A patch that changes nothing.
    public init() {}
}

extension RuleSetPatch {
    public struct CirculationPatch: Codable, Hashable, Sendable {
        public var silence: RuleSet.Circulation.Silence?
        /// Outer nil: unchanged. Inner nil: no threshold.
        public var minimumReturned: Int??
        /// Of a body; a poll cannot change who lets it go out.
        public var approval: RuleSet.Circulation.Approval?
        /// Of a body; a poll that names it is refused.
        public var earlyClose: RuleSet.Circulation.EarlyClose?

        private enum CodingKeys: String, CodingKey {
            case silence, minimumReturned, approval, earlyClose
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            silence = try container.decodeIfPresent(RuleSet.Circulation.Silence.self, forKey: .silence)
            if container.contains(.minimumReturned) {
                minimumReturned = .some(try container.decode(Int?.self, forKey: .minimumReturned))
            }
            approval = try container.decodeIfPresent(RuleSet.Circulation.Approval.self, forKey: .approval)
            earlyClose = try container.decodeIfPresent(RuleSet.Circulation.EarlyClose.self, forKey: .earlyClose)
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeIfPresent(silence, forKey: .silence)
            if let minimumReturned { try container.encode(minimumReturned, forKey: .minimumReturned) }
            try container.encodeIfPresent(approval, forKey: .approval)
            try container.encodeIfPresent(earlyClose, forKey: .earlyClose)
        }
    }
}

extension RuleSet {
    /// These rules with the patch's values in place of their own. Validate the result, not the patch.
    public func applying(_ patch: RuleSetPatch) -> RuleSet {
        var rules = self
        rules.quorum.numerator = patch.quorum?.numerator ?? quorum.numerator
        rules.quorum.denominator = patch.quorum?.denominator ?? quorum.denominator
        rules.adoption.numerator = patch.adoption?.numerator ?? adoption.numerator
        rules.adoption.denominator = patch.adoption?.denominator ?? adoption.denominator
        rules.adoption.comparison = patch.adoption?.comparison ?? adoption.comparison
        rules.adoption.of = patch.adoption?.of ?? adoption.of
        rules.tie.decidedBy = patch.tie?.decidedBy ?? tie.decidedBy
        rules.tie.applies = patch.tie?.applies ?? tie.applies
        rules.tie.castingHours = patch.tie?.castingHours ?? tie.castingHours
        rules.quorumCheckedAt = patch.quorumCheckedAt ?? quorumCheckedAt
        rules.absentMayVote = patch.absentMayVote ?? absentMayVote
        rules.remotePasswordMinutes = patch.remotePasswordMinutes ?? remotePasswordMinutes
        rules.remoteVoteCountsAsPresence = patch.remoteVoteCountsAsPresence ?? remoteVoteCountsAsPresence
        rules.circulation.silence = patch.circulation?.silence ?? circulation.silence
        rules.circulation.minimumReturned = patch.circulation?.minimumReturned ?? circulation.minimumReturned
        rules.circulation.approval = patch.circulation?.approval ?? circulation.approval
        rules.circulation.earlyClose = patch.circulation?.earlyClose ?? circulation.earlyClose
        rules.source = patch.source ?? source
        rules.status = patch.status ?? status
        return rules
    }
}
