/// What moved a report from one hand to the next.
public enum HopKind: String, Codable, Hashable, Sendable, CaseIterable {
    case receive, accept, reject, dispatch, start, `return`, arbitrate, question, reply, coordinate, opinion, extend, escalate, forward, complete
    case instruct, agenda, postpone, conclude, task, recount, draft, sendBack, answer, rate, close, reopen, merge, unmerge, redact
    /// A clock rang because something is late. Never to be read as "beyond authority".
    case late

    public var name: BilingualText {
        switch self {
        case .receive: BilingualText(vi: "Gửi đến", en: "Submitted")
        case .accept: BilingualText(vi: "Tiếp nhận", en: "Accepted")
        case .reject: BilingualText(vi: "Từ chối", en: "Rejected")
        case .dispatch: BilingualText(vi: "Phân công", en: "Assigned")
        case .start: BilingualText(vi: "Bắt đầu xử lý", en: "Started")
        case .return: BilingualText(vi: "Trả lại", en: "Returned")
        case .arbitrate: BilingualText(vi: "Chuyển phân định thẩm quyền", en: "Sent to the arbiter")
        case .question: BilingualText(vi: "Hỏi thêm người phản ánh", en: "Question to the reporter")
        case .reply: BilingualText(vi: "Người phản ánh bổ sung", en: "The reporter replied")
        case .coordinate: BilingualText(vi: "Đề nghị phối hợp", en: "Consultation asked for")
        case .opinion: BilingualText(vi: "Trả lời phối hợp", en: "Consultation answered")
        case .extend: BilingualText(vi: "Gia hạn", en: "Extension")
        case .escalate: BilingualText(vi: "Báo cáo vượt thẩm quyền", en: "Escalated")
        case .forward: BilingualText(vi: "Trình lãnh đạo", en: "Put before leadership")
        case .complete: BilingualText(vi: "Hoàn thiện hồ sơ", en: "Dossier completed")
        case .instruct: BilingualText(vi: "Lãnh đạo quyết định", en: "Leadership decided")
        case .agenda: BilingualText(vi: "Đưa vào chương trình họp", en: "Put on an agenda")
        case .postpone: BilingualText(vi: "Cuộc họp chưa quyết định", en: "Not decided at the meeting")
        case .conclude: BilingualText(vi: "Kết luận", en: "Concluded")
        case .task: BilingualText(vi: "Hoàn thành nhiệm vụ kết luận giao", en: "Task of the conclusion done")
        case .recount: BilingualText(vi: "Tính lại hạn theo lịch mới", en: "Due instant counted anew")
        case .draft: BilingualText(vi: "Trình trả lời", en: "Answer proposed")
        case .sendBack: BilingualText(vi: "Trả lại dự thảo trả lời", en: "Draft answer sent back")
        case .answer: BilingualText(vi: "Trả lời người dân", en: "Answered")
        case .rate: BilingualText(vi: "Đánh giá", en: "Rated")
        case .close: BilingualText(vi: "Đóng", en: "Closed")
        case .reopen: BilingualText(vi: "Mở lại", en: "Reopened")
        case .merge: BilingualText(vi: "Gộp vào phản ánh khác", en: "Merged into another report")
        case .unmerge: BilingualText(vi: "Tách khỏi phản ánh khác", en: "Parted from another report")
        case .redact: BilingualText(vi: "Ẩn nội dung", en: "Content hidden")
        case .late: BilingualText(vi: "Nhắc quá hạn", en: "Reminder: late")
        }
    }
}
