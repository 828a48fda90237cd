/// The soft rules: looks at an answer beside what it answers and what the unit answered before, and says what looks hollow.
public struct AnswerScrutiny: Sendable {
    /// What the report says, as far as an answer can be specific about it.
    public struct Subject: Hashable, Sendable {
        public var place: String
        public var object: String
        public var text: String
        public init(place: String, object: String, text: String) {
            self.place = place
            self.object = object
            self.text = text
        }
    }

    /// An answer the same unit gave.
    public struct Past: Codable, Hashable, Sendable {
        public var report: ReportID
        public var place: String
        public var shingles: Shingles
        public var at: Timestamp
        public init(report: ReportID, place: String, shingles: Shingles, at: Timestamp) {
            self.report = report
            self.place = place
            self.shingles = shingles
            self.at = at
        }
    }

    public let policy: AnswerPolicy

    public init(_ policy: AnswerPolicy) { self.policy = policy }

    public func flags(_ draft: AnswerDraft, about subject: Subject, past: [Past], assignedAt: Timestamp, at now: Timestamp) -> [AnswerFlag] {
        [
            boilerplate(draft, place: subject.place, past: past, at: now), unspecific(draft, subject), promiseOnly(draft),
            hasty(assignedAt: assignedAt, at: now),
        ].compactMap { $0 }
    }

    /// (a) The likest earlier answer about a different place, if it is like enough.
    public func boilerplate(_ draft: AnswerDraft, place: String, past: [Past], at now: Timestamp) -> AnswerFlag? {
        let shingles = Shingles(draft.text)
        let here = Folding.key(place)
        let since = now.ms - Int64(policy.boilerplateDays) * 86_400_000
        var likest: AnswerFlag?
        for answer in past where answer.at.ms >= since && answer.at <= now && Folding.key(answer.place) != here {
            let percent = shingles.likeness(to: answer.shingles)
            guard percent >= policy.boilerplatePercent, percent > likest?.figure ?? 0 else { continue }
            likest = AnswerFlag(.boilerplate, report: answer.report, figure: percent)
        }
        return likest
    }

    /// (b) No telling word and no number is shared with the report.
    public func unspecific(_ draft: AnswerDraft, _ subject: Subject) -> AnswerFlag? {
        let told = Set(TellingWords.of(draft.text))
        let asked = TellingWords.of("\(subject.place) \(subject.object) \(subject.text)")
        return asked.contains(where: told.contains) ? nil : AnswerFlag(.unspecific)
    }

    /// (c) Verbs of promise and none of result, with the outcome "resolved".
    public func promiseOnly(_ draft: AnswerDraft) -> AnswerFlag? {
        guard draft.outcome == .resolved else { return nil }
        let text = " " + Syllables.words(draft.text).joined(separator: " ") + " "
        func names(_ phrases: [String]) -> Bool { phrases.contains { text.contains(" \($0) ") } }
        return names(TellingWords.promises) && !names(TellingWords.results) ? AnswerFlag(.promiseOnly) : nil
    }

    /// (d) A photo of the result was seen before, the citizen's own included. Apart from `flags`, as it needs the photos' prints.
    public func reusedPhoto(_ photos: [PhotoPrint], earlier: [PhotoPrint]) -> AnswerFlag? {
        photos.contains { photo in earlier.contains { photo.shows(sameAs: $0) } } ? AnswerFlag(.reusedPhoto) : nil
    }

    /// (f) Nobody can have looked.
    public func hasty(assignedAt: Timestamp, at now: Timestamp) -> AnswerFlag? {
        let elapsed = now.ms - assignedAt.ms
        guard elapsed < Int64(policy.hastyMinutes) * 60_000 else { return nil }
        return AnswerFlag(.hasty, figure: Int(max(0, elapsed) / 60_000))
    }
}
