import ArgumentParser
import Foundation
import Proof
import Rules
import Wire

/// `ecabinet recount FILE…`: counts polls again from their proofs alone, without any server.
struct Recount: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "recount",
            abstract: Tongue.pick(vi: "Kiểm phiếu lại từ tệp chứng cứ, không cần máy chủ.", en: "Count polls again from their proofs, without a server."),
            discussion: Tongue.pick(
                vi: "Tệp lấy từ GET /api/v1/polls/{id}/proof. Mã kết thúc: 0 nếu mọi tệp đều khớp, 1 nếu có tệp không khớp hoặc không đọc được.",
                en: "Files come from GET /api/v1/polls/{id}/proof. Exit code: 0 when every file agrees, 1 when one does not or cannot be read."))
    }

    /// A proof of ten thousand ballots has a few megabytes.
    static let maxBytes = 64 << 20

    @OptionGroup var common: CommonOptions
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Mã biên nhận phải có trong các phiếu.", en: "A receipt that must be among the ballots."), valueName: "CODE"))
    var receipt: String?
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Mã phiếu kín phải có trong danh sách.", en: "A tracker that must be in the list."), valueName: "TRACKER"))
    var tracker: String?
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Tệp chứng cứ.", en: "Proofs."), valueName: "FILE"))
    var files: [String]

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError(Tongue.pick(vi: "Cần ít nhất một tệp.", en: "At least one file is needed.")) }
    }

    func run() async throws {
        let reports = files.map { RecountReport(file: $0, maxBytes: Self.maxBytes, receipt: receipt, tracker: tracker) }
        if common.json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(reports), as: UTF8.self))
        } else {
            for report in reports { for line in report.lines { print(line) } }
        }
        guard reports.allSatisfy(\.isGood) else { throw ExitCode(1) }
    }
}
