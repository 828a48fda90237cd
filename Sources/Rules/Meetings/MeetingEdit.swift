/// What of a meeting can be changed, apart from its state. Each state locks a defined set.
public enum MeetingEdit: String, Codable, Hashable, Sendable, CaseIterable {
    /// Title, time, place, type, form.
    case particulars
    case agenda
    case documents
    case attendance
    /// Who takes no part in an item.
    case recusals
    /// Where somebody was, said later.
    case corrections
    /// Answers to the invitation and consent to absences.
    case invitations
    case presiding
    /// Writing polls; opening one is `pollOpening`.
    case polls
    /// Opening polls and giving the floor: frozen while the session is paused.
    case pollOpening
    case floor
    /// Asking to speak and the order of those who ask: also before the session and while it pauses.
    case floorRequests
    /// Ending a speech: also while the session pauses.
    case speeches
    /// What members think of the items, before the session.
    case positions
    /// Taking an item out of the consent list.
    case consent
    /// Opening a closed meeting again.
    case reopening
    case announcements
    /// Prose of the minutes and conclusions.
    case minutes

    /// In which states of a meeting of the type it may be changed.
    public func states(of type: MeetingType) -> Set<MeetingState> {
        let isCirculated = type == .circulated
        return switch self {
        case .particulars: [.draft, .convened]
        case .agenda, .documents, .presiding, .polls: [.draft, .convened, .open, .paused]
        case .attendance, .recusals: [.convened, .open, .paused]
        case .corrections: [.open, .paused, .closed]
        case .invitations: isCirculated ? [] : [.convened, .open, .paused]
        case .pollOpening: [isCirculated ? .convened : .open]
        case .floor: [.open]
        case .floorRequests: isCirculated ? [] : [.convened, .open, .paused]
        case .speeches: [.open, .paused]
        case .positions: isCirculated ? [] : [.convened]
        case .consent: isCirculated ? [] : [.convened, .open, .paused]
        case .reopening: isCirculated ? [] : [.closed, .minutesApproved]
        case .announcements: [.draft, .convened, .open, .paused, .closed, .minutesApproved]
        case .minutes: isCirculated ? [.convened, .closed] : [.open, .paused, .closed]
        }
    }
}

extension MeetingState {
    public func allows(_ edit: MeetingEdit, type: MeetingType) -> Bool { edit.states(of: type).contains(self) }

    /// Refuses `meeting.wrong-state` with parameters `state` and `action` where the state locks the edit.
    public func require(_ edit: MeetingEdit, type: MeetingType) throws(Refusal) {
        guard allows(edit, type: type) else { throw wrongState(action: edit.rawValue) }
    }
}
