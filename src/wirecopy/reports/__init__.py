from wirecopy.model import Document, Report, Stretch, identify, Block
def report_of(document: Document, text: str, notes) -> Report:
    return Report(identify("r", document.id), document.id, document.source, text, (), (Stretch(0,0,len(text)),), (Block(0,len(text),"paragraph"),))
