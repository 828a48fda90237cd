extension RuleSet {
    /// What holds when opinions are gathered by slip instead of in a session.
    public struct Circulation: Codable, Hashable, Sendable {
        /// What a slip that never came back means.
        public enum Silence: String, Codable, Sendable, CaseIterable {
            case notCounted, agree
        }

        public var silence: Silence
        /// Fewer returned slips than this decide nothing. Nil: no threshold.
        public var minimumReturned: Int?

        public init(silence: Silence, minimumReturned: Int? = nil) {
            self.silence = silence
            self.minimumReturned = minimumReturned
        }

        private enum CodingKeys: String, CodingKey {
            case silence, minimumReturned
        }

        // The contract shows `"minimumReturned": null`; the synthesised coder would leave the key out.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(silence, forKey: .silence)
            try container.encode(minimumReturned, forKey: .minimumReturned)
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
