import ArgumentParser
import Foundation
import PaperWire
import Wire

/// `ecabinet verify`: the verdict on the signatures of files; 0 only when every one of them is valid.
struct Verify: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: Tongue.pick(vi: "Kiểm tra chữ ký số của các tệp.", en: "Verify the signatures of files."),
            discussion: Tongue.pick(
                vi: "Mã kết thúc 0 chỉ khi mọi tệp đều có chữ ký và mọi chữ ký đều hợp lệ.",
                en: "Exit code 0 only if every file is signed and every signature is valid."))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Các tệp cần kiểm tra.", en: "Files to verify."), valueName: "file"))
    var files: [String]
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Thời điểm kiểm tra, RFC 3339.", en: "Validation time, RFC 3339."), valueName: "time"))
    var at: String?
    @Flag(help: ArgumentHelp(Tongue.pick(vi: "Đòi hỏi dữ liệu thu hồi: thiếu thì chưa kết luận.", en: "Demand revocation data: without it nothing passes.")))
    var hardRevocation = false
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Chữ ký tách rời (.p7s) của một tệp.", en: "Detached signature (.p7s) of one file."), valueName: "p7s"))
    var signature: String?

    func validate() throws {
        guard signature == nil || files.count == 1 else {
            throw ValidationError(Tongue.pick(vi: "--signature chỉ dùng với một tệp.", en: "--signature goes with one file only."))
        }
    }

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        var outcome = Outcome.done
        var members: [JSON] = []
        for path in files {
            do throws(Failure) {
                let answer = try await ask(LocalFile(path: path), on: connection)
                let verdict = try answer.decoded(as: Verdict.self)
                if verdict.indication != .passed { outcome = max(outcome, .failed) }
                if common.json {
                    members.append(.object(["file": .string(path), "verdict": try answer.decoded(as: JSON.self)]))
                } else {
                    verdict.lines(file: path).forEach(Terminal.say)
                }
            } catch {
                outcome = max(outcome, Self.outcome(of: error))
                if common.json {
                    members.append(.object(["file": .string(path), "problem": try JSON(of: error.problem)]))
                } else {
                    Terminal.remark("\("✕", .red) \(path): \(error.sentence)")
                }
            }
        }
        if common.json { try Terminal.print(json: JSON.object(["files": .array(members)])) }
        return outcome
    }

    /// A file nobody can read is "not all good"; a caller who may not ask was refused.
    private static func outcome(of failure: Failure) -> Outcome {
        if case .refused(let problem) = failure, problem.code?.hasPrefix("auth.") != true, problem.status != 429 { return .failed }
        return failure.outcome
    }

    private func ask(_ file: LocalFile, on connection: Connection) async throws(Failure) -> Answer {
        let target = Target("signatures", "verify").with("at", at).with("revocation", hardRevocation ? "hard" : nil)
        guard let signature else { return try await send(file, as: "application/pdf", to: target, on: connection) }
        let form = try DetachedForm(content: file, signature: LocalFile(path: signature))
        defer { form.discard() }
        return try await send(form.file, as: form.contentType, to: target, on: connection)
    }

    private func send(_ file: LocalFile, as type: String, to target: Target, on connection: Connection) async throws(Failure) -> Answer {
        let measure = try file.measured()
        guard measure.bytes <= UploadPlace.maxBytes else {
            throw .local(
                Tongue.pick(
                    vi: "Tệp vượt giới hạn \(ByteCount(UploadPlace.maxBytes)).", en: "The file is over the limit of \(ByteCount(UploadPlace.maxBytes))."))
        }
        var request = Request(method: "POST", target: target, content: .file(file.url, type: type))
        request.isSafe = true
        let bar = ProgressBar(label: file.name, of: measure.bytes)
        defer { bar?.clear() }
        return try await connection.send(request) { bar?.show(sent: $0) }
    }
}
