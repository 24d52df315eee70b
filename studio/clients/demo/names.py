"""Made-up people from several parts of the world: first names as words, last names put together from pieces."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Culture:
    """How names are made somewhere: first names by pronoun, then beginnings and endings of last names."""

    she: str
    he: str
    starts: str
    ends: str

    def first(self, random: Random, pronouns: str) -> str:
        """A first name that fits, or either kind for they."""
        names = {"she/her": self.she, "he/him": self.he}.get(pronouns, f"{self.she} {self.he}")
        return random.choice(names.split())

    def last(self, random: Random) -> str:
        """A last name nobody chose."""
        return random.choice(self.starts.split()) + random.choice(self.ends.split())


CULTURES: tuple[Culture, ...] = (
    Culture(
        "Ana Beatriz Inês Marília Conceição Júlia Lívia Thaís Raquel Joana",
        "João Tiago Rui Mário Vinícius Estêvão Caio Otávio Nuno Simão",
        "Cas Mor Pal Fer Car Sil Bra Mon Val Tei Rib Bar",
        "telão eira meira reira valho veira gança teiro adares xeira eiral bosa",
    ),
    Culture(
        "Maud Edie Poppy Beth Nell Hattie Wren Tess Orla Freya",
        "Alfie Ned Rory Giles Huw Ewan Toby Callum Dex Jem",
        "Ash Brock Cald Fern Hath Lang Mill Oak Thorn Wex Pen Stan",
        "ford well wick combe hurst ley field bridge worth den stead more",
    ),
    Culture(
        "Åsa Linnea Märta Sølvi Ingrid Tuva Sigrún Astrid Frøya Elin",
        "Bjørn Håkan Søren Jörgen Leif Øystein Knut Åke Nils Gísli",
        "Lind Berg Ström Hede Kvist Åker Sjö Høg Nør Vest Skog Bjerk",
        "qvist gren mark vik holm lund dahl sen strand nes haug feldt",
    ),
    Culture(
        "Żaneta Łucja Bożena Kinga Małgorzata Zofia Halina Agnieszka",
        "Łukasz Bartłomiej Zbigniew Krzysztof Mikołaj Jędrzej Paweł Kacper",
        "Kow Wiś Dąb Jasz Brzoz Mal Szyd Grab Lesz Wrób Tur Czar",
        "alski niewski rowski czyński owicz inowski ewicz łowski kiewicz ecki",
    ),
    Culture(
        "Elif Ayşe Zeynep Gülşah Çiğdem Defne Şule İpek Nur Özge",
        "Emre Çağlar Oğuz Barış Kağan Şahin Ümit Yiğit Burak Doğan",
        "Yıl Ak Kara Öz Gün Çel Demir Taş Koç Er Sar Boz",
        "dız soy göz türk ışık ikkan ler kaya maz doğdu oğlu kurt",
    ),
    Culture(
        "Thảo Linh Hương Ngọc Tuyết Quỳnh Mỹ Diễm",
        "Dũng Hùng Khánh Bảo Thiện Đức Quân Tuấn",
        "Nguy Tr Ph Đ Hoà Vũ B Lý D Ng",
        "ễn ần ạm ặng ng Văn ùi Thị ương ô",
    ),
    Culture(
        "Adérónkẹ́ Folákẹ́ Títílayọ̀ Amaka Ngozi Zainab Yetunde Ifeoma",
        "Babátúndé Olúwaṣeun Chukwudi Emeka Tunde Kọ́ládé Musa Sẹ́gun",
        "Ade Olu Aki Oba Ogun Ife Aya Ola Odu Eze",
        "yemi wale bola dele tunji lowo kunle femi biyi dayo",
    ),
    Culture(
        "Käthe Liesl Jördis Frauke Änne Mareike Wiebke Grete",
        "Jürgen Götz Björn Sönke Lüder Till Veit Korbinian",
        "Grün Hoh Bär Schön Roß Weiß Brück Kühl Stein Wald Fuchs Sauer",
        "berger stein wald mann hauser bach meier feld horst thal acker huber",
    ),
    Culture(
        "Hélène Zoé Maëlle Solène Amélie Anaïs Océane Noémie",
        "Loïc Rémi Gaël Étienne Aurélien Maël Benoît Théo",
        "Beau Mont Châ Rous Lef Gré Duv Per Gar Lam Bel Fon",
        "champ teau sel èvre goire al reault nier bert lac taine dreau",
    ),
    Culture(
        "Araceli Ximena Begoña Itziar Rocío Nuria Paloma Yolotl",
        "Iñaki Íñigo Joaquín Efraín Ulises Cuauhtémoc Rubén Ángel",
        "Zú Ordó Mu Ibá Sal Quin Val Agui Esc Men Ur Pe",
        "ñiga ñez ñoz cedo tana verde rre obar doza iarte rales ralta",
    ),
    Culture(
        "Aoi Hikari Sakura Emi Nao Yui Kaede Mio",
        "Haruto Kenji Sora Daichi Ryō Shō Takumi Yūto",
        "Yama Ishi Taka Kawa Mori Hoshi Naka Fuji Shima Ōno Kuro Shira",
        "moto kawa hashi mura da shima no saki gawa ta be zawa",
    ),
    Culture(
        "Layla Noor Rania Yasmin Salma Hiba Dunya Maryam",
        "Karim Yusuf Tariq Idris Samir Bilal Nadim Faris",
        "Al-Has Ben-Y Abu-R Al-Far El-Am Ibn-S Al-Kh Bou-Z El-Mas Haj-N",
        "sani oussef ashid isi rani alim atib iane ri asser",
    ),
)

PRONOUNS = ("she/her", "he/him", "they/them")


def make_name(random: Random) -> tuple[str, str, str]:
    """First name, last name and pronouns; now and then a double last name or two cultures in one person."""
    culture, other = random.choice(CULTURES), random.choice(CULTURES)
    pronouns = random.choices(PRONOUNS, (47, 47, 6))[0]
    last = (other if random.random() < 0.12 else culture).last(random)
    if random.random() < 0.06:
        last = f"{last}-{other.last(random)}" if "-" not in last else last
    return culture.first(random, pronouns), last, pronouns
