import ArgumentParser
import Foundation
import Rules
import Wire

/// `ecabinet meeting create`
struct CreateMeeting: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "create", abstract: Tongue.pick(vi: "Lập một phiên họp.", en: "Create a meeting."))
    }

    @OptionGroup var common: CommonOptions
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Mã cơ quan họp.", en: "Id of the body that meets.")))
    var body: BodyID
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Tên phiên họp.", en: "Title.")))
    var title: String
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Loại phiên họp.", en: "Kind of session.")))
    var type: MeetingType = .regular
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Hình thức họp.", en: "How people meet.")))
    var form: MeetingForm = .inRoom
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Bắt đầu, RFC 3339, ví dụ 2026-11-23T08:00:00+07:00.", en: "Start, RFC 3339, for example 2026-11-23T08:00:00+07:00.")))
    var startsAt: String
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Kết thúc dự kiến, RFC 3339.", en: "Planned end, RFC 3339.")))
    var endsAt: String
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Địa điểm.", en: "Place.")))
    var place: String?

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        let new = NewMeeting(
            bodyId: body, title: title.precomposedStringWithCanonicalMapping, type: type, form: form, startsAt: startsAt, endsAt: endsAt,
            place: place?.precomposedStringWithCanonicalMapping)
        try show(try await connection.send(try .post(Target("meetings"), new)), as: Meeting.self, \.lines)
        return .done
    }
}
