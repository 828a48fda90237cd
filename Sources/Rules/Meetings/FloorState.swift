/// Where a request to speak stands (features 90).
public enum FloorState: String, Codable, Hashable, Sendable, CaseIterable {
    case waiting
    /// Has the floor; the clock runs.
    case speaking
    /// Has the floor; the clock stands.
    case paused
    case done, withdrawn

    public var hasFloor: Bool { self == .speaking || self == .paused }

    public enum Step: String, Codable, Hashable, Sendable, CaseIterable {
        case grant, pause, resume, end, withdraw
    }

    /// Refuses `floor.wrong-state` with parameters `state` and `action`.
    public func applying(_ step: Step) throws(Refusal) -> FloorState {
        switch (self, step) {
        case (.waiting, .grant): .speaking
        case (.waiting, .withdraw): .withdrawn
        case (.speaking, .pause): .paused
        case (.paused, .resume): .speaking
        case (.speaking, .end), (.paused, .end): .done
        default: throw Refusal(.floorWrongState, ["state": rawValue, "action": step.rawValue])
        }
    }
}
