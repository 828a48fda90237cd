extension RuleSet {
    /// What holds when opinions are gathered by slip instead of in a session.
    public struct Circulation: Codable, Hashable, Sendable {
        /// What a slip that never came back means.
        public enum Silence: String, Codable, Sendable, CaseIterable {
            case notCounted, agree

            /// What a slip tells whoever does not return it.
            public var sentence: BilingualText {
                switch self {
                case .notCounted:
                    BilingualText(vi: "Phiếu không gửi trong thời hạn không được tính là đồng ý.", en: "A slip that is not returned in time does not count as agreement.")
                case .agree: BilingualText(vi: "Phiếu không gửi trong thời hạn được tính là đồng ý.", en: "A slip that is not returned in time counts as agreement.")
                }
            }
        }

        /// When the chairman's approval has to be there before slips go out (old Law on Organisation of Local Government Art. 118(1),
        /// domain/meetings.md §4).
        public enum Approval: String, Codable, Sendable, CaseIterable {
            /// Where the reason was written down: what was described is what he approves.
            case whenDescribed
            /// Always: a circulation that nobody described cannot open at all.
            case always
        }

        /// Whether slips may be closed by hand before their deadline.
        public enum EarlyClose: String, Codable, Sendable, CaseIterable {
            /// Where nobody described the circulation: a program that knows no more than the contract closes a poll when it likes. What was
            /// described runs to its deadline.
            case whenNotDescribed
            /// Never.
            case never
            /// As soon as the slips that are out cannot change the outcome any more (`PollCount.certainOutcome()`).
            case whenCertain
            /// At any time.
            case always
        }

        public var silence: Silence
        /// Fewer returned slips than this decide nothing. Nil: no threshold.
        public var minimumReturned: Int?
        /// Nil: `whenDescribed`, what the contract's rules without this word mean.
        public var approval: Approval?
        /// Nil: `whenNotDescribed`, for the same reason.
        public var earlyClose: EarlyClose?

        public init(silence: Silence, minimumReturned: Int? = nil, approval: Approval? = nil, earlyClose: EarlyClose? = nil) {
            self.silence = silence
            self.minimumReturned = minimumReturned
            self.approval = approval
            self.earlyClose = earlyClose
        }

        /// What the rules say about closing before the deadline, once it is known whether somebody described the circulation:
        /// `never`, `whenCertain` or `always`.
        public func closesEarly(isDescribed: Bool) -> EarlyClose {
            let rule = earlyClose ?? .whenNotDescribed
            guard rule == .whenNotDescribed else { return rule }
            return isDescribed ? .never : .always
        }

        /// Whether slips may go out without the chairman's approval.
        public func opensUnapproved(isDescribed: Bool) -> Bool { !isDescribed && (approval ?? .whenDescribed) == .whenDescribed }

        private enum CodingKeys: String, CodingKey {
            case silence, minimumReturned, approval, earlyClose
        }

        // The contract shows `"minimumReturned": null`; the synthesised coder would leave the key out.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(silence, forKey: .silence)
            try container.encode(minimumReturned, forKey: .minimumReturned)
            try container.encodeIfPresent(approval, forKey: .approval)
            try container.encodeIfPresent(earlyClose, forKey: .earlyClose)
        }

        func validated(at pointer: String) throws(Refusal) {
            guard let minimumReturned else { return }
            guard (1...PollCount.maximumSeats).contains(minimumReturned) else {
                throw .invalid(
                    pointer + "/minimumReturned", "field.out-of-range", ["minimum": "1", "maximum": "\(PollCount.maximumSeats)"])
            }
        }
    }
}
