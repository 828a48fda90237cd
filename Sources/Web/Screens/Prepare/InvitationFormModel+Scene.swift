import Cabinet
import Rules

extension InvitationFormModel {
    /// Nil where nobody meets.
    init?(_ scene: MeetingScene, _ p: Phrases) {
        guard let paper = scene.invitationPaper else { return nil }
        paperUrl = "\(scene.api)/invitation/paper"
        paperHref = "\(scene.api)/invitation.pdf"
        paperEditable = scene.allows(.particulars)
        paperNumber = paper.number
        paperDate = paper.issuedOn?.description ?? ""
        paperLocality = paper.locality
        let people = scene.invitations
        paperSum =
            scene.meeting.state == .draft
            ? nil
            : p.t(
                "invitationPaper.sum",
                ["all": "\(people.count)", "delivered": "\(people.count { $0.track?.deliveredAt != nil })", "opened": "\(people.count { $0.track?.openedAt != nil })"])
    }
}

extension Phrases {
    /// "Thư gửi 09:12, thứ Hai 23/11 · Đã nhận … · Mở giấy mời …"; empty before convening.
    func track(_ invitation: InvitationView?, _ scene: MeetingScene) -> String {
        guard let invitation, scene.meeting.type != .circulated, scene.meeting.convenedAt != nil else { return "" }
        let track = invitation.track
        let mail: String? =
            switch track?.mail ?? .none {
            case .sent: track?.mailedAt.map { t("invitationPaper.mailed", ["time": moment($0)]) }
            case .waiting: t("invitationPaper.mailWaiting")
            case .failed: t("invitationPaper.mailFailed")
            case .none: nil
            }
        return line(
            mail, track?.reachedAt.map { t("invitationPaper.reached", ["time": moment($0)]) },
            track?.openedAt.map { t(track?.openedBy == .paper ? "invitationPaper.openedPaper" : "invitationPaper.openedPage", ["time": moment($0)]) }
                ?? t("invitationPaper.unopened"))
    }
}
