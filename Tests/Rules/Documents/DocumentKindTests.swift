import Rules
import Testing

@Suite("Papers")
struct DocumentKindTests {
    @Test("each kind has a name in both languages, and no two share one")
    func names() {
        for language in Language.allCases {
            let names = DocumentKind.allCases.map { $0.name[language] }
            #expect(Set(names).count == DocumentKind.allCases.count && !names.contains(""))
        }
        #expect(DocumentKind(rawValue: "toTrinh")?.name.vi == "Tờ trình")
        #expect(DocumentKind(rawValue: "to-trinh") == nil)
    }

    @Test("a draft needs no signature, a submission does")
    func signatures() { #expect(DocumentKind.toTrinh.requiresSignature && !DocumentKind.duThao.requiresSignature) }
}
