/// What a command did: the report as it is now and everything that happened on the way.
public struct ReportStep: Hashable, Sendable {
    public var report: Report
    public var transitions: [ReportTransition]
    public var prompts: [ReportPrompt]

    public var hops: [Hop] { transitions.map(\.hop) }
    public var messages: [CitizenMessage] {
        transitions.compactMap { if case .tell(let message) = $0.notice { message } else { nil } }
    }
}
