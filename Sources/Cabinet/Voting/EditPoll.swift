public import Rules
public import Store

/// Corrects a poll in preparation: everything that was said when it was written but what it repeats. Who: the presiding person, the
/// body's secretary, admin.
public struct EditPoll: ConductOfPoll {
    public static let name: CommandName = "poll.edit"
    public var id: PollID { draft.id }
    /// As it shall be, under the poll's own id and meeting.
    public var draft: CreatePoll
    public init(to draft: CreatePoll) { self.draft = draft }

    public func perform(_ act: Act, in tx: borrowing Transaction) throws -> Done {
        let (poll, meeting) = try PollRow.visible(id, to: act.caller, in: tx)
        guard poll.state == .draft else { throw Refusal(.pollWrongState, ["state": poll.state.rawValue, "action": "edit"]) }
        try meeting.state.require(.polls, type: meeting.type)
        var draft = draft
        draft.meeting = meeting.id
        guard draft.repeats == nil || draft.repeats == poll.repeats else { throw Refusal.invalid("/repeats", "field.frozen") }
        let checked = try draft.checked(in: meeting, at: act.at, tx)
        try tx.execute(
            """
            UPDATE poll SET item = \(draft.item?.text), title = \(checked.title), method = \(draft.method.rawValue), secrecy = \(draft.secrecy.rawValue), show_when = \(draft.show.rawValue),
              rules = \(checked.rules), rules_patch = \(checked.patch), rule_version = \(checked.ruleVersion), subject_document = \(draft.subject?.document.text),
              subject_version = \(draft.subject?.version), subject_sha256 = \(draft.subject?.sha256), closes_at = \(draft.closesAt?.ms), places = \(draft.places ?? 1),
              amends = \(draft.amends?.text), duration_s = \(draft.durationS), taking = \(draft.taking.rawValue), version = version + 1 WHERE id = \(id.text)
            """)
        try draft.write(checked.options, tx)
        let fact = PollFact(poll: id, state: .draft, round: poll.round, subject: draft.subject)
        return Done(seq: try tx.record(.pollEdited, in: meeting.stream, to: Audience(.secretariat(meeting.body), .chair(meeting.id)), fact, by: act))
    }
}
