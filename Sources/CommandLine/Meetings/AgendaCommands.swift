import ArgumentParser
import Foundation
import Rules
import Wire

/// `ecabinet agenda …`
struct AgendaCommands: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "agenda", abstract: Tongue.pick(vi: "Chương trình họp.", en: "The agenda of a meeting."),
            subcommands: [ListAgenda.self, AddAgendaItem.self])
    }
}

/// `ecabinet agenda list`
struct ListAgenda: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Tongue.pick(vi: "Các nội dung và tài liệu.", en: "The items and their documents."))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Mã phiên họp.", en: "Id of the meeting.")))
    var meeting: MeetingID

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        let target = Target("meetings", meeting.text, "agenda")
        if common.json {
            try Terminal.print(json: Page(items: try await connection.items(target, as: JSON.self), next: nil))
            return .done
        }
        let items = try await connection.items(target, as: AgendaItem.self)
        if items.isEmpty { Terminal.remark(Tongue.pick(vi: "Chương trình chưa có nội dung.", en: "The agenda is empty.")) }
        for item in items {
            for line in item.lines { Terminal.say(line) }
        }
        return .done
    }
}

/// `ecabinet agenda add`
struct AddAgendaItem: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "add", abstract: Tongue.pick(vi: "Thêm một nội dung.", en: "Add an item."))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Mã phiên họp.", en: "Id of the meeting.")))
    var meeting: MeetingID
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Tên nội dung.", en: "Title of the item.")))
    var title: String
    @Option(
        help: ArgumentHelp(
            Tongue.pick(vi: "Việc cần làm: discussion, opinion, vote hoặc report.", en: "What is to be done: discussion, opinion, vote or report.")))
    var kind: String?
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Xin ý kiến về điều gì, trong nửa dòng.", en: "What is asked, in half a line.")))
    var ask: String?
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Cơ quan trình.", en: "Who submits it.")))
    var submitter: String?
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Người trình bày.", en: "Who presents it.")))
    var rapporteur: String?
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Số phút dự kiến.", en: "Minutes planned.")))
    var minutes: Int?

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        func nfc(_ text: String?) -> String? { text?.precomposedStringWithCanonicalMapping }
        let new = NewAgendaItem(
            title: title.precomposedStringWithCanonicalMapping, kind: kind, ask: nfc(ask), submitter: nfc(submitter), rapporteur: nfc(rapporteur),
            minutesPlanned: minutes)
        let answer = try await connection.send(try .post(Target("meetings", meeting.text, "agenda"), new))
        try show(answer, as: AgendaItem.self, \.lines)
        return .done
    }
}
