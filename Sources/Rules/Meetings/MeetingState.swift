/// Where a meeting stands (features 1).
public enum MeetingState: String, Codable, Hashable, Sendable, CaseIterable {
    case draft, convened, open, paused, closed, minutesApproved, archived, cancelled

    public var name: BilingualText {
        switch self {
        case .draft: BilingualText(vi: "Đang chuẩn bị", en: "In preparation")
        case .convened: BilingualText(vi: "Đã triệu tập", en: "Convened")
        case .open: BilingualText(vi: "Đang họp", en: "In session")
        case .paused: BilingualText(vi: "Tạm dừng", en: "Paused")
        case .closed: BilingualText(vi: "Đã kết thúc", en: "Closed")
        case .minutesApproved: BilingualText(vi: "Đã duyệt biên bản", en: "Minutes approved")
        case .archived: BilingualText(vi: "Đã lưu trữ", en: "Archived")
        case .cancelled: BilingualText(vi: "Đã hủy", en: "Cancelled")
        }
    }
}

extension MeetingState {
    /// One row of the table: from where, by what, to where.
    public struct Step: Hashable, Sendable {
        public let from: MeetingState
        public let transition: MeetingTransition
        public let to: MeetingState
    }

    private static func step(_ from: MeetingState, _ transition: MeetingTransition, _ to: MeetingState) -> Step {
        Step(from: from, transition: transition, to: to)
    }

    private static let preparation = [
        step(.draft, .convene, .convened),
        step(.draft, .cancel, .cancelled),
        step(.convened, .cancel, .cancelled),
    ]

    private static let aftermath = [
        step(.closed, .approveMinutes, .minutesApproved),
        step(.minutesApproved, .archive, .archived),
    ]

    private static let session = [
        step(.convened, .open, .open),
        step(.open, .pause, .paused),
        step(.paused, .resume, .open),
        step(.open, .close, .closed),
        step(.paused, .close, .closed),
    ]

    /// Circulated opinions are never opened: they close from where their polls ran.
    private static let circulation = [
        step(.convened, .close, .closed)
    ]

    /// Every step a meeting of the type knows; what is not here is refused.
    public static func steps(of type: MeetingType) -> [Step] {
        preparation + (type == .circulated ? circulation : session) + aftermath
    }

    /// The state behind a transition. Refuses `meeting.wrong-state` with parameters `state` and `action`.
    public func applying(_ transition: MeetingTransition, type: MeetingType) throws(Refusal) -> MeetingState {
        guard let step = Self.steps(of: type).first(where: { $0.from == self && $0.transition == transition }) else {
            throw wrongState(action: transition.verb)
        }
        return step.to
    }

    /// Whether a ballot may be sent at all: pausing a session freezes votes.
    public func admitsBallots(circulated: Bool) -> Bool {
        self == (circulated ? .convened : .open)
    }

    func wrongState(action: String) -> Refusal {
        Refusal(.meetingWrongState, ["state": rawValue, "action": action])
    }
}
