import ArgumentParser
import Rules

/// What every command understands.
struct CommonOptions: ParsableArguments {
    @Flag(help: ArgumentHelp(Tongue.pick(vi: "In một giá trị JSON ra đầu ra chuẩn.", en: "Print one JSON value on standard output.")))
    var json = false

    /// Read by `Tongue` before parsing; declared here so that a wrong value is a usage error.
    @Option(help: ArgumentHelp(Tongue.pick(vi: "Ngôn ngữ: vi hoặc en.", en: "Language: vi or en."), valueName: "vi|en"))
    var language: Language?
}


