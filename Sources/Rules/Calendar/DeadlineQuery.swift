/// `GET /deadlines`: what a caller wants to know, read from text.
public struct DeadlineQuery: Hashable, Sendable {
    public static let maximumPauses = 100

    public var start: Timestamp
    public var budget: Budget
    public var pauses: [Pause]

    public init(start: Timestamp, budget: Budget, pauses: [Pause] = []) {
        self.start = start
        self.budget = budget
        self.pauses = pauses
    }

    /// Reads `start` (RFC 3339), `budget` (`8h`, `90m`, `7d`) and any number of `pause` (`FROM/TO`).
    ///
    /// Refuses `request.invalid` naming every parameter that cannot be read: reasons `field.required`, `deadline.start`, `deadline.budget`,
    /// `deadline.pause`, `deadline.pause-backwards`, `deadline.too-many-pauses`.
    public init(start: String?, budget: String?, pauses: [String] = []) throws(Refusal) {
        var fields: [Refusal.Field] = []
        let start = Self.read(start, "/start", "deadline.start", &fields, Self.instant)
        let budget = Self.read(budget, "/budget", "deadline.budget", &fields) { Budget($0) }
        var read: [Pause] = []
        if pauses.count > Self.maximumPauses {
            fields.append(.init(pointer: "/pause", reason: "deadline.too-many-pauses", parameters: ["limit": "\(Self.maximumPauses)"]))
        } else {
            for text in pauses {
                guard let pause = Self.pause(text) else {
                    fields.append(.init(pointer: "/pause", reason: "deadline.pause"))
                    continue
                }
                if let to = pause.to, to <= pause.from { fields.append(.init(pointer: "/pause", reason: "deadline.pause-backwards")) }
                read.append(pause)
            }
        }
        guard fields.isEmpty, let start, let budget else { throw Refusal(.requestInvalid, fields: fields) }
        self.init(start: start, budget: budget, pauses: read)
    }

    /// The deadline under a calendar. Refuses `request.invalid` at `/start` with `deadline.out-of-range` where it leaves the horizon.
    public func deadline(by clock: WorkClock) throws(Refusal) -> Deadline {
        guard let deadline = clock.deadline(from: start, budget: budget, pauses: pauses) else {
            throw .invalid("/start", "deadline.out-of-range", ["from": "\(WorkClock.horizon.lowerBound)", "to": "\(WorkClock.horizon.upperBound)"])
        }
        return deadline
    }

    private static func read<Value>(
        _ text: String?, _ pointer: String, _ reason: String, _ fields: inout [Refusal.Field], _ parse: (String) -> Value?
    ) -> Value? {
        guard let text, !text.isEmpty else {
            fields.append(.init(pointer: pointer, reason: "field.required"))
            return nil
        }
        guard let value = parse(text) else {
            fields.append(.init(pointer: pointer, reason: reason))
            return nil
        }
        return value
    }

    /// A `+` that nobody escaped arrives as a space; nothing else in RFC 3339 can be one.
    private static func instant(_ text: some StringProtocol) -> Timestamp? {
        Timestamp(rfc3339: String(text.map { $0 == " " ? "+" : $0 }))
    }

    private static func pause(_ text: String) -> Pause? {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let from = instant(halves[0]), let to = instant(halves[1]) else { return nil }
        return Pause(from: from, to: to)
    }
}
