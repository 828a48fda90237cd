/// What the citizen is told of a transition: a code with what fills its sentence. Follows outcomes, never names of states.
public struct CitizenMessage: Codable, Hashable, Sendable {
    public enum Code: String, Codable, Hashable, Sendable, CaseIterable {
        case received, accepted, rejected, assigned, started, returned, inDispute
        case question, replyReceived, questionExpired, consulting, consultationEnded, extended, dueMoved
        case escalated, dossierReturned, directed, assignedByLeader, onAgenda, circulated, deferred, returnedForMore, declined, referredOutside
        case itemRemoved, itemDeferred, itemDeferredTo, meetingPostponed, meetingCancelled, noQuorum, notAdopted, awaitingChairman
        case concluded, tasksDone
        case answeredResolved, answeredPartly, answeredPlanned, answeredOutOfScope, answeredUnfounded, answeredDuplicate
        case rated, closed, reopened, receivedAgain, merged, mergedExplained, unmerged, redacted, overdue
    }

    public var code: Code
    public var unit: UnitID?
    public var other: UnitID?
    public var at: Timestamp?
    /// A text meant for the public: the question, the explanation, the released part of a conclusion, the code of the master.
    public var text: String?

    init(_ code: Code, unit: UnitID? = nil, other: UnitID? = nil, at: Timestamp? = nil, text: String? = nil) {
        self.code = code
        self.unit = unit
        self.other = other
        self.at = at
        self.text = text
    }
}
