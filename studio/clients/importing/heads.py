"""What a column probably is, from the words at its head, in the languages studios write them in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storage.folding import fold
from studio.kernel.text import N_

FIELDS: dict[str, str] = {
    "name": N_("Name"),
    "given": N_("First name"),
    "family": N_("Last name"),
    "preferred_name": N_("Preferred name"),
    "pronouns": N_("Pronouns"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "birth_date": N_("Birth date"),
    "address": N_("Address"),
    "language": N_("Language"),
    "tags": N_("Tags"),
    "notes": N_("Notes"),
    "marketing": N_("Agrees to news and offers"),
    "photo_publicity": N_("Agrees to photos in public"),
    "gender": N_("Gender"),
    "brought_by": N_("Brought by"),
    "guardian_name": N_("Guardian"),
    "guardian_relation": N_("Guardian's relation"),
    "guardian_phone": N_("Guardian's phone"),
    "guardian_birth_date": N_("Guardian's birth date"),
    "emergency_name": N_("Emergency contact"),
    "emergency_phone": N_("Emergency phone"),
    "emergency_relation": N_("Emergency contact's relation"),
    "id_kind": N_("Identity document"),
    "id_number": N_("Number of the document"),
    "id_issuer": N_("Issued by"),
    "id_expires": N_("Valid until"),
    "code": N_("Code of this studio"),
}
"""What a column can be, in the order people choose from."""
OFTEN = frozenset({"address", "tags", "notes"})
"""What several columns may be together."""
CONSENTS = ("marketing", "photo_publicity")

_WORDS: dict[str, str] = {
    "name": "name|full name|client|client name|customer|customer name|display name|nome|nome completo|cliente|nombre"
    "|nombre completo|nom|nom complet|kunde|kundenname|vollstandiger name|nominativo",
    "given": "first name|firstname|given name|forename|primeiro nome|vorname|prenom|primer nombre|nombre de pila",
    "family": "last name|lastname|surname|family name|sobrenome|ultimo nome|apelido|apellido|apellidos|nachname"
    "|familienname|cognome|nom de famille",
    "preferred_name": "preferred name|nickname|nick|nome social|como prefere ser chamado|rufname|spitzname"
    "|apodo|surnom",
    "pronouns": "pronouns|pronomes|pronomen|pronombres|pronoms|pronomi",
    "phone": "phone|phone number|mobile|mobile phone|mobile number|cell|cell phone|cellphone|telephone|tel|whatsapp"
    "|contact number|telefone|celular|telemovel|fone|telefon|telefonnummer|handy|handynummer|mobil|mobilnummer"
    "|telefono|movil|portable|cellulare|numero de telefone|numero de telefono|phone 1 value",
    "email": "email|e mail|mail|email address|e mail address|correo|correo electronico|courriel|e mail adresse"
    "|emailadresse|posta elettronica|e mail 1 value|endereco de email",
    "birth_date": "birth date|birthdate|birthday|date of birth|dob|born|data de nascimento|nascimento|aniversario"
    "|geburtsdatum|geburtstag|geboren|fecha de nacimiento|nacimiento|cumpleanos|date de naissance|data di nascita",
    "address": "address|street|street address|address line 1|address line 2|city|town|zip|zip code|postcode"
    "|postal code|state|region|country|endereco|rua|bairro|cidade|cep|estado|pais|adresse|strasse|plz|ort|stadt"
    "|postleitzahl|land|direccion|calle|ciudad|codigo postal|provincia|rue|ville|code postal|indirizzo|citta|cap",
    "language": "language|idioma|lingua|sprache|lengua|langue|preferred language",
    "tags": "tags|tag|labels|label|group|groups|etiquetas|etiqueta|marcadores|grupo|schlagworte|gruppe|etichette",
    "notes": "notes|note|comment|comments|remarks|observacoes|observacao|obs|notas|nota|anotacoes|comentarios"
    "|notizen|notiz|bemerkung|bemerkungen|kommentar|remarques|commentaire|osservazioni",
    "marketing": "marketing|newsletter|marketing consent|accepts marketing|email marketing|opt in|news and offers"
    "|novidades e ofertas|aceita marketing|aceita novidades|werbung|einwilligung werbung|acepta marketing|boletin",
    "photo_publicity": "photos in public|photo consent|photo release|publicity|fotos em publico|uso de imagem",
    "guardian_name": "guardian|parent|parent name|guardian name|responsavel|responsavel legal"
    "|erziehungsberechtigter|tutor",
    "guardian_phone": "guardian s phone|guardian phone|parent phone|telefone do responsavel",
    "emergency_name": "emergency contact|emergency contact name|contato de emergencia|notfallkontakt"
    "|contacto de emergencia",
    "emergency_phone": "emergency phone|emergency contact phone|emergency number|telefone de emergencia|notfallnummer"
    "|telefono de emergencia",
    "gender": "gender|sex|genero|sexo|identidade de genero|geschlecht|genre|sexe|genere|sesso",
    "brought_by": "brought by|referred by|referral|referrer|indicado por|indicacao|quem indicou|empfohlen von"
    "|geworben von|recomendado por|referido por|recommande par|parrain|presentato da",
    "guardian_relation": "guardian relation|guardian s relation|parentesco do responsavel|grau de parentesco",
    "guardian_birth_date": "guardian birth date|guardian s birth date|guardian date of birth"
    "|data de nascimento do responsavel|nascimento do responsavel",
    "emergency_relation": "emergency relation|emergency contact relation|emergency contact s relation"
    "|parentesco do contato de emergencia|parentesco",
    "id_kind": "identity document|documento de identidade|id type|id kind|document type|kind of document|document"
    "|tipo de documento|documento|ausweisart"
    "|dokumentart|tipo de identificacion|type de document|tipo di documento",
    "id_number": "id number|document number|number of the document|passport|passport number|numero do documento|rg|cpf"
    "|cnh|passaporte|ausweisnummer|passnummer|numero de documento|dni|nie|numero de piece d identite"
    "|numero di documento|cartao de cidadao",
    "id_issuer": "issued by|issuer|issuing authority|issuing country|orgao emissor|emissor|emitido por"
    "|ausstellungsbehorde|ausgestellt von|expedido por|delivre par|rilasciato da",
    "id_expires": "id expires|document valid until|expiry date|expires|valid until|validade|validade do documento"
    "|gultig bis|ablaufdatum|fecha de caducidad|valido hasta|date d expiration|scadenza",
    "code": "code|codigo|client code",
}
_KNOWN = {word: field for field, words in _WORDS.items() for word in words.split("|")}
_APART = re.compile(r"[^a-z0-9]+")


def guess_mapping(heads: Sequence[str]) -> list[str]:
    """A field for each column, each once but those that may be several; empty where nothing fits."""
    taken: set[str] = set()
    guessed: list[str] = []
    for head in heads:
        field = _KNOWN.get(plain_head(head), "")
        fits = field and (field in OFTEN or field not in taken)
        guessed.append(field if fits else "")
        taken.add(field)
    return _one_name(guessed)


def plain_head(head: str) -> str:
    """The words of a head alone."""
    return _APART.sub(" ", fold(head.replace("ß", "ss"))).strip()


def _one_name(guessed: list[str]) -> list[str]:
    """A column that holds the family's name makes “name” the given one; a whole name needs no parts."""
    if "name" in guessed and "family" in guessed and "given" not in guessed:
        return ["given" if field == "name" else field for field in guessed]
    if "name" in guessed:
        return ["" if field in ("given", "family") else field for field in guessed]
    return guessed
