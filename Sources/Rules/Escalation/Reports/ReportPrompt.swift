/// What a command asks of the house besides storing the report.
public enum ReportPrompt: Codable, Hashable, Sendable {
    /// The text holds a secret: it leaves the public store, the sealed original stays.
    case purgePublicStore
    /// The last task of the conclusion is done: the handler drafts the answer from its public text (invariant iv).
    case draftAnswer(handler: UnitID?, publicText: String?)
    /// Reports that hang on this one hang on its master now.
    case repointDuplicates(to: ReportID)
    /// A clock rang: tell this unit.
    case alarm(clock: ClockKind, level: AlarmLevel, owner: UnitID, tell: UnitID)
    /// A due instant moved under a new calendar.
    case dueMoved(clock: ClockKind, before: Timestamp, after: Timestamp)
}
