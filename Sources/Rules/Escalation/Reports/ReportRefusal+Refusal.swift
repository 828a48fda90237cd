extension Refusal {
    /// What the rules say, their refusal told as the house tells it.
    public static func told<T>(_ body: () throws(ReportRefusal) -> T) throws(Refusal) -> T {
        let result: Result<T, ReportRefusal> = Result(catching: body)
        switch result {
        case .success(let value): return value
        case .failure(let refusal): throw Refusal(refusal)
        }
    }

    /// The same refusal as the house tells it: codes and fields are the same words.
    public init(_ refusal: ReportRefusal) {
        guard let code = Code(rawValue: refusal.code.rawValue) else { preconditionFailure("\(refusal.code.rawValue) is no code of the house") }
        let fields = refusal.fields.map { field in
            var field = field
            // The sentence on length names its bound "maximum".
            if field.reason == "field.too-long" { field.parameters["maximum"] = field.parameters["limit"] }
            return field
        }
        self.init(code, refusal.parameters, fields: fields)
    }
}
