/// A signature field with a value, as one view of the document shows it.
struct SignatureField {
    /// Fully qualified, for example `form.signature1`.
    var name: String
    /// The signature dictionary, and its object number where it is an indirect object.
    var value: PDFDictionary
    var number: Int?
    /// The field's own dictionary.
    var field: PDFDictionary
    /// No field leads to it.
    var isStray = false

    var subFilter: String? { value["SubFilter"].name }
    var isDocumentStamp: Bool { value["Type"].name == "DocTimeStamp" || subFilter == "ETSI.RFC3161" }
}
