import Cabinet
import Rules
import Store

extension HomeModel.Waiting {
    /// Invitations without an answer: one tap says that one comes.
    static func invitations(_ ids: [MeetingID], _ meetings: [MeetingView], _ p: Phrases) -> [Self] {
        ids.compactMap { id in meetings.first { $0.id == id } }.map { meeting in
            Self(
                key: "invitation-\(meeting.id)", title: p.t("home.invitation", ["title": meeting.title]), line: p.line(p.span(meeting.startsAt, meeting.endsAt), meeting.place),
                href: "/meetings/\(meeting.id)", buttonLabel: p.t("home.look"),
                waitingActions: [
                    ActionModel(
                        label: p.t("invitation.attend"), method: "PUT", url: "/api/v1/meetings/\(meeting.id)/invitation", payload: #"{"answer":"attend"}"#, symbol: "check",
                        tone: "btn primary")
                ])
        }
    }

    /// What waits for the word of who presides: absences, late items, proposals, reopenings.
    static func ofChair(_ meeting: MeetingView, for caller: Caller, vault: Vault, _ p: Phrases, in tx: borrowing Transaction) throws -> [Self] {
        guard meeting.standing.presides else { return [] }
        let api = "/api/v1/meetings/\(meeting.id)"
        let href = "/meetings/\(meeting.id)"
        func card(_ key: String, _ title: String, _ line: String?, _ actions: [ActionModel]) -> Self {
            Self(key: key, title: title, line: p.line(meeting.title, line), href: href, buttonLabel: p.t("home.look"), waitingActions: actions)
        }
        var cards: [Self] = []
        if meeting.state.allows(.invitations, type: meeting.type) {
            for invitation in try Invitations.list(of: meeting.id, for: caller, vault: vault, in: tx) where invitation.consent == .pending && invitation.user != caller.person?.id {
                func action(_ isApproved: Bool) -> ActionModel {
                    ActionModel(
                        label: p.t(isApproved ? "invitation.approve" : "invitation.refuse"), method: "PUT", url: "\(api)/invitations/\(invitation.user)/consent",
                        payload: #"{"approved":\#(isApproved)}"#, symbol: isApproved ? "check" : "cross", tone: isApproved ? "btn primary" : "btn quiet")
                }
                cards.append(
                    card(
                        "absence-\(meeting.id)-\(invitation.user)", p.t("home.absence", ["name": invitation.name]),
                        p.line(invitation.reason, invitation.substituteName.map { p.t("invitation.substituteLine", ["name": $0]) }), [action(true), action(false)]))
            }
        }
        if meeting.state.allows(.agenda, type: meeting.type) {
            for item in try Agenda.items(of: meeting.id, for: caller, in: tx) where item.awaitsChair {
                cards.append(
                    card(
                        "late-\(item.id)", p.t("home.lateItem", ["title": item.title]), item.submitter,
                        [ActionModel(label: p.t("late.approve"), url: "\(api)/agenda/\(item.id)/approve-late", symbol: "check", tone: "btn primary")]))
            }
            for proposal in try Proposals.list(of: meeting.id, for: caller, in: tx) where proposal.stage == .reviewed {
                cards.append(
                    card(
                        "proposal-\(proposal.id)", p.t("home.proposal", ["title": proposal.draft.title]), proposal.proposerName,
                        [ActionModel(label: p.t("proposals.approve"), url: "\(api)/proposals/\(proposal.id)/approve", symbol: "check", tone: "btn primary")]))
            }
        }
        if meeting.state.allows(.reopening, type: meeting.type),
            let asked = try Meetings.reopenings(of: meeting.id, for: caller, in: tx).first(where: { $0.state == "asked" && !$0.isMine })
        {
            cards.append(
                card(
                    "reopening-\(meeting.id)", p.t("home.reopening"), p.t("reopen.asked", ["name": asked.askedBy, "reason": asked.reason]),
                    [
                        ActionModel(label: p.t("reopen.approve"), url: "\(api)/reopening/approve", confirmation: p.t("reopen.approveConfirm"), symbol: "play", tone: "btn primary"),
                        ActionModel(label: p.t("reopen.refuse"), url: "\(api)/reopening/refuse", symbol: "cross", tone: "btn quiet"),
                    ]))
        }
        return cards
    }
}
