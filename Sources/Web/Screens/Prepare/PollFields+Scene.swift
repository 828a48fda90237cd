import Cabinet
import Rules

extension PollFields {
    /// - Parameter poll: nil for a new one.
    init(_ poll: PollView?, _ scene: MeetingScene, _ p: Phrases) {
        let t = p.t
        fieldId = poll.map { "poll-\($0.id)" } ?? "poll"
        pollTitle = poll?.title ?? ""
        optionText = poll?.options.map(\.title).joined(separator: "\n") ?? ""
        places = poll.flatMap { $0.method == .approval ? nil : $0.places }
        duration = poll?.durationS
        itemOptions =
            [OptionModel(value: "", label: t("polls.noItem"))]
            + scene.items.map { OptionModel(value: $0.id.text, label: "\($0.label). \($0.title)", selected: $0.id == poll?.item) }
        subjectOptions = Self.subjects(poll, scene, p)
        methodOptions = PollMethod.allCases.map { OptionModel(value: $0.rawValue, label: t("ballot.method.\($0.rawValue)"), selected: $0 == poll?.method) }
        secrecyOptions = PollSecrecy.allCases.map { OptionModel(value: $0.rawValue, label: t("ballot.secrecy.\($0.rawValue)"), selected: $0 == poll?.secrecy) }
        takingOptions = PollTaking.allCases.map { OptionModel(value: $0.rawValue, label: t("count.taking.\($0.rawValue)"), selected: $0 == poll?.taking) }
        amendsOptions =
            [OptionModel(value: "", label: t("round.amendsNone"))]
            + scene.polls.filter { $0.state == .draft && $0.amends == nil && $0.id != poll?.id }.map {
                OptionModel(value: $0.id.text, label: $0.title, selected: $0.id == poll?.amends)
            }
        showOptions = [PollShow.atClose, .live].map {
            OptionModel(value: $0.rawValue, label: t($0 == .atClose ? "polls.showAtClose" : "polls.showLive"), selected: $0 == poll?.show)
        }
        closesAt = Times.text(poll?.closesAt)
        rulesPatch = poll.flatMap { $0.patch == RuleSetPatch() ? nil : JSONLine.of($0.patch) }
        editUrl = poll.map { "/api/v1/polls/\($0.id)" } ?? ""
        version = poll?.version ?? 0
    }

    /// The newest version of each paper, and the one the poll is about where that is an older one.
    private static func subjects(_ poll: PollView?, _ scene: MeetingScene, _ p: Phrases) -> [OptionModel] {
        func option(_ subject: Subject, _ title: String, number: String) -> OptionModel {
            let isChosen = poll?.subject.map { $0.document.text == subject.documentId && $0.version == subject.version } ?? false
            return OptionModel(
                value: JSONLine.of(subject), label: "\(number)\(title), \(p.t("paper.version", ["version": "\(subject.version)"]))", selected: isChosen)
        }
        var options = [OptionModel(value: "", label: p.t("polls.noSubject"))]
        options += scene.documents.map { document in
            let number = scene.item(document.item).map { "\($0.label). " } ?? ""
            return option(Subject(documentId: document.id.text, version: document.version, sha256: document.sha256), document.title, number: number)
        }
        if let poll, let subject = poll.subject, !options.contains(where: \.selected) {
            options.append(option(Subject(documentId: subject.document.text, version: subject.version, sha256: subject.sha256), poll.subjectTitle ?? "", number: ""))
        }
        return options
    }

    /// The exact bytes that will be voted on.
    private struct Subject: Encodable {
        var documentId: String
        var version: Int
        var sha256: String
    }
}
