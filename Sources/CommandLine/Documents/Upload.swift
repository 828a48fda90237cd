import ArgumentParser
import Foundation
import Rules
import Wire

/// `ecabinet upload`: sends files to a meeting; running it again sends nothing twice.
struct Upload: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: Tongue.pick(vi: "Gửi tài liệu vào phiên họp.", en: "Send documents to a meeting."),
            discussion: Tongue.pick(
                vi: "Tính SHA-256 trước rồi mới gửi. Chạy lại lệnh không gửi trùng. Một tệp lỗi không làm dừng các tệp sau.",
                en: "The SHA-256 is computed before sending. Running the command again sends nothing twice. One bad file does not stop the others."))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Các tệp cần gửi.", en: "Files to send."), valueName: "file"))
    var files: [String]
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Mã phiên họp.", en: "Id of the meeting.")))
    var meeting: MeetingID
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Mã nội dung trong chương trình.", en: "Id of the agenda item.")))
    var item: AgendaItemID?
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Tên tài liệu (một tệp); mặc định là tên tệp.", en: "Title (one file only); the file's name by default.")))
    var title: String?
    /// Not closed here: the server knows the kinds, and refuses what is none.
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Loại tài liệu: \(Upload.kinds).", en: "Kind of document: \(Upload.kinds).")))
    var kind: String?
    @Flag(help: ArgumentHelp(Tongue.pick(vi: "Chờ đến khi máy chủ xử lý xong.", en: "Wait until the server has looked into it.")))
    var wait = false

    private static var kinds: String {
        DocumentKind.allCases.map { "\($0.rawValue) (\($0.name[Tongue.current]))" }.joined(separator: ", ")
    }

    func validate() throws {
        guard title == nil || files.count == 1 else {
            throw ValidationError(Tongue.pick(vi: "--title chỉ dùng với một tệp.", en: "--title goes with one file only."))
        }
    }

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        let place = UploadPlace(meeting: meeting, item: item, kind: kind)
        var reports: [UploadReport] = []
        for path in files {
            var report = UploadReport(file: path)
            do throws(Failure) {
                try await send(LocalFile(path: path), to: place, on: connection, into: &report)
            } catch {
                report.failure = error
            }
            if !common.json { report.lines.forEach(report.outcome == .done ? Terminal.say : Terminal.remark) }
            reports.append(report)
        }
        if common.json { try Terminal.print(json: JSON.object(["files": .array(try reports.map { (report) throws(Failure) in try report.json() })])) }
        // One file speaks for itself; of several it only matters whether all are there.
        if reports.count == 1 { return reports[0].outcome }
        return reports.allSatisfy { $0.outcome == .done } ? .done : .failed
    }

    private func send(_ file: LocalFile, to place: UploadPlace, on connection: Connection, into report: inout UploadReport) async throws(Failure) {
        let measure = try file.measured()
        report.measure = measure
        let title = title?.precomposedStringWithCanonicalMapping ?? file.stem
        if let known = try await place.existing(measure, on: connection) {
            report.isNew = false
            report.document = known
        } else {
            let (document, isNew) = try await place.send(file, measure, title: title, on: connection)
            report.isNew = isNew
            report.document = document
        }
        if wait, let document = report.document { report.document = try await place.settled(document, on: connection) }
    }
}
