import ArgumentParser
import Foundation
import Rules
import Wire

/// `ecabinet minutes`: fetches the minutes as PDF or DOCX, whichever the file is called.
struct FetchMinutes: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "minutes", abstract: Tongue.pick(vi: "Tải biên bản (PDF hoặc DOCX theo tên tệp).", en: "Fetch the minutes (PDF or DOCX by file name)."))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Mã phiên họp.", en: "Id of the meeting.")))
    var meeting: MeetingID
    @Option(name: [.short, .customLong("output")], help: ArgumentHelp(Tongue.pick(vi: "Tệp .pdf hoặc .docx sẽ được ghi.", en: "The .pdf or .docx file to write."), valueName: "file"))
    var output: String

    func validate() throws {
        guard paper != nil else {
            throw ValidationError(Tongue.pick(vi: "Tên tệp phải kết thúc bằng .pdf hoặc .docx.", en: "The file name must end in .pdf or .docx."))
        }
    }

    /// Name of the paper at the server.
    private var paper: String? {
        let suffix = URL(fileURLWithPath: output).pathExtension.lowercased()
        return ["pdf", "docx"].contains(suffix) ? "minutes.\(suffix)" : nil
    }

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        guard let paper else { throw .local("\(output)") }
        let written = try await LocalFile(path: output).replaced { (sink) throws(Failure) in
            var request = Request.get(Target("meetings", meeting.text, paper))
            request.headers["Accept"] = "*/*"
            request.sink = sink
            _ = try await connection.send(request)
        }
        if common.json {
            try Terminal.print(
                json: JSON.object(["file": .string(output), "bytes": .integer(written.bytes), "sha256": .string(written.sha256)]))
        } else {
            Terminal.say("\(output) · \(ByteCount(written.bytes)) · SHA-256 \(written.sha256)")
        }
        return .done
    }
}
