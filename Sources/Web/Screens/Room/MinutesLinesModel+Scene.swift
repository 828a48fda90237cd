import Cabinet
import Rules

extension MinutesLinesModel {
    /// Nil for everybody but the secretary, and before the session.
    init?(_ scene: MeetingScene, _ p: Phrases) {
        guard let record = scene.minutes, scene.standing.secretary else { return nil }
        let sections = record.draft()
        let wanted = scene.current.map { ["item-\($0.number)"] } ?? ["opening", "participants", "chair"]
        let shown = sections.filter { wanted.contains($0.key) }
        linesTitle = scene.current.map { "\($0.label). \($0.title)" } ?? p.t("console.opening")
        lines = shown.flatMap(\.blocks).compactMap { block in
            guard case .paragraph(let paragraph) = block else { return nil }
            return Line(lineText: paragraph.text, isClerks: paragraph.provenance == .clerk)
        }
        hasLines = !lines.isEmpty
        conclusion = scene.current.flatMap { MinutesModel.Conclusion($0, scene, p) }
        minutesHref = "\(scene.path)/minutes"
    }
}
