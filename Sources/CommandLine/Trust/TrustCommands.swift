import ArgumentParser
import Foundation
import Wire

/// `ecabinet trust …`: the trust list, for administrators.
struct TrustCommands: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "trust", abstract: Tongue.pick(vi: "Danh sách chứng thư tin cậy.", en: "The trust list."),
            subcommands: [ListTrust.self, AddTrust.self, RemoveTrust.self])
    }
}

/// `ecabinet trust list`
struct ListTrust: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Tongue.pick(vi: "Chứng thư của thư mục và chứng thư đã nạp.", en: "Certificates of the folder and uploaded ones."))
    }

    @OptionGroup var common: CommonOptions

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        try show(try await connection.send(.get(Target("trust"))), as: TrustListBody.self, \.lines)
        return .done
    }
}

/// `ecabinet trust add FILE…`
struct AddTrust: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: Tongue.pick(vi: "Nạp chứng thư gốc.", en: "Upload root certificates."),
            discussion: Tongue.pick(
                vi: "Đối chiếu vân tay với nguồn chính thức trước khi nạp. Mọi văn bản được kiểm tra lại.",
                en: "Compare the fingerprints with the official source first. Every paper is verified again."))
    }

    private static let maxBytes = 1 << 20

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Tệp PEM hoặc DER.", en: "PEM or DER files."), valueName: "file"))
    var files: [String]

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        for path in files {
            let file = LocalFile(path: path)
            let new = NewAnchor(name: Self.name(file.stem), pem: try pem(file))
            let answer = try await connection.send(try .post(Target("trust", "anchors"), new))
            try show(answer, as: TrustListBody.self) { list in list.anchors.filter { $0.name == new.name }.flatMap(\.lines) + [list.versionLine] }
        }
        return .done
    }

    private func pem(_ file: LocalFile) throws(Failure) -> String {
        guard try file.measured().bytes <= Self.maxBytes else {
            throw .local(Tongue.pick(vi: "\(file.path) quá lớn, không phải tệp chứng thư.", en: "\(file.path) is too large for a certificate file."))
        }
        do {
            let bytes = try Data(contentsOf: file.url)
            // A DER certificate is a sequence; PEM begins with letters or dashes.
            guard bytes.first == 0x30 else { return String(decoding: bytes, as: UTF8.self) }
            return "-----BEGIN CERTIFICATE-----\n\(bytes.base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed]))\n-----END CERTIFICATE-----\n"
        } catch {
            throw .local(Tongue.pick(vi: "Không đọc được \(file.path): \(error.localizedDescription)", en: "Cannot read \(file.path): \(error.localizedDescription)"))
        }
    }

    /// "Gốc Quốc gia" becomes `goc-quoc-gia.pem`.
    static func name(_ stem: String) -> String {
        let plain = stem.decomposedStringWithCanonicalMapping.lowercased().replacing("đ", with: "d").unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }
        let kept = String(String.UnicodeScalarView(plain)).map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" }
        let trimmed = String(kept).split(separator: "-").joined(separator: "-").drop { $0 == "." }
        return (trimmed.isEmpty ? "goc" : String(trimmed)) + ".pem"
    }
}

/// `ecabinet trust remove NAME…`
struct RemoveTrust: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove", abstract: Tongue.pick(vi: "Gỡ chứng thư đã nạp.", en: "Take uploaded certificates out."),
            discussion: Tongue.pick(vi: "Tên như `trust list` cho thấy. Chứng thư trong thư mục do người vận hành gỡ.", en: "Names as `trust list` shows them. Those of the folder are the operator's."))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Tongue.pick(vi: "Tên tệp.", en: "File names."), valueName: "name"))
    var names: [String]

    func perform(on connection: Connection) async throws(Failure) -> Outcome {
        for name in names { _ = try await connection.send(Request(method: "DELETE", target: Target("trust", "anchors", name))) }
        try show(try await connection.send(.get(Target("trust"))), as: TrustListBody.self) { [$0.versionLine] }
        return .done
    }
}
