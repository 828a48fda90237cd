/// The four public states. Every report received is in exactly one at every instant.
public enum Bucket: String, Codable, Hashable, Sendable, CaseIterable {
    case waiting, processing, answered, rejected

    public var name: BilingualText {
        switch self {
        case .waiting: BilingualText(vi: "Chờ xử lý", en: "Waiting")
        case .processing: BilingualText(vi: "Đang xử lý", en: "In progress")
        case .answered: BilingualText(vi: "Đã xử lý", en: "Handled")
        case .rejected: BilingualText(vi: "Từ chối", en: "Rejected")
        }
    }
}

extension ReportState {
    /// The public state; nil for a draft, which has not been received, and for a duplicate, whose master says it.
    public var bucket: Bucket? {
        switch self {
        case .draft, .duplicate: nil
        case .received, .accepted, .assigned: .waiting
        case .inProgress, .awaitingInformation, .coordinating, .beyondAuthority, .awaitingLeadership, .directed, .onAgenda, .concluded, .answerPending: .processing
        case .answered, .closed: .answered
        case .rejected: .rejected
        }
    }

    /// A duplicate is in its master's bucket. One that was closed with a public explanation and has no master counts as rejected: it was not handled here.
    public func bucket(master: ReportState?) -> Bucket? {
        guard self == .duplicate else { return bucket }
        return master.map { $0.bucket ?? .rejected } ?? .rejected
    }
}
