/// What changed in a meeting after it was convened (features 20).
public enum ChangeKind: String, Codable, Hashable, Sendable, CaseIterable {
    case particulars, ground, itemAdded, itemChanged, itemRemoved, documentAdded, documentChanged, documentRemoved

    /// "Thông báo thay đổi số 3: bổ sung nội dung “…”"
    public func sentence(number: Int, subject: String) -> BilingualText {
        let (vi, en) =
            switch self {
            case .particulars: ("thay đổi thời gian, địa điểm, hình thức hoặc tên cuộc họp: \(subject)", "time, place, form or title of the meeting changed: \(subject)")
            case .ground: ("thay đổi căn cứ triệu tập: \(subject)", "ground for convening changed: \(subject)")
            case .itemAdded: ("bổ sung nội dung “\(subject)”", "item “\(subject)” was added")
            case .itemChanged: ("thay đổi nội dung “\(subject)”", "item “\(subject)” was changed")
            case .itemRemoved: ("bỏ nội dung “\(subject)”", "item “\(subject)” was taken off")
            case .documentAdded: ("bổ sung tài liệu “\(subject)”", "paper “\(subject)” was added")
            case .documentChanged: ("thay bản mới của tài liệu “\(subject)”", "paper “\(subject)” has a new version")
            case .documentRemoved: ("rút tài liệu “\(subject)”", "paper “\(subject)” was withdrawn")
            }
        return BilingualText(vi: "Thông báo thay đổi số \(number): \(vi).", en: "Change notice no. \(number): \(en).")
    }
}
