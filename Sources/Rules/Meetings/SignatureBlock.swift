/// Quyền hạn, chức vụ của người ký (Decree 30/2020/NĐ-CP, Annex I, II.7): the lines above the name of who signs for a body.
public enum SignatureBlock {
    /// - Parameters:
    ///   - role: his role in the body; nil for one who has none.
    ///   - title: his title, where his role does not say it.
    public static func lines(body: String, role: BodyRole?, title: String) -> [String] {
        switch role {
        case .chairman: ["TM. \(body)", "Chủ tịch"]
        // He signs in the chairman's place, whoever assigned it to him.
        case .viceChairman: ["TM. \(body)", "KT. Chủ tịch", "Phó Chủ tịch"]
        case .member, .secretary, nil: ["TL. Chủ tịch"] + (title.isEmpty ? [] : [title])
        }
    }
}
