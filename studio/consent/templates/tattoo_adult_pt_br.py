"""Consent to a tattoo, for adults, in Brazilian Portuguese. It says what the English one says, clause by clause."""

from typing import Any

CONTENT: dict[str, Any] = {
    "title": "Consentimento para tatuagem",
    "for": "Adultos, a partir de 18 anos",
    "least_age": 18,
    "intro": (
        "Leia com calma, no seu tempo. São onze cláusulas curtas; coloque suas iniciais ao lado de cada uma depois de "
        "ler e entender. Pergunte o que quiser, a qualquer momento. Você pode parar quando quiser, também depois de "
        "assinar e também durante a sessão."
    ),
    "health_title": "Sua saúde",
    "health_text": (
        "Estas são as suas respostas como as temos. Confirme, ou corrija o que mudou. Quem tatua lê as respostas para "
        "cuidar de você; a recepção não lê."
    ),
    "clauses": [
        {
            "key": "procedure",
            "title": "O procedimento",
            "text": (
                "Quero ser tatuado ou tatuada. Entendo que a tinta é colocada na minha pele com agulhas, que isso "
                "perfura a pele e dói, e que pode levar mais de uma sessão. Eu mesmo ou eu mesma escolhi desenho, "
                "tamanho, cores e local, e minhas perguntas foram respondidas."
            ),
        },
        {
            "key": "permanent",
            "title": "É permanente",
            "text": (
                "Entendo que a tatuagem fica para a vida toda. A remoção, quando é possível, é cara, lenta e "
                "dolorosa, e pode deixar cicatrizes. Linhas e cores mudam com os anos, com o sol e com a minha pele, "
                "e ficam diferentes em cada pele."
            ),
        },
        {
            "key": "risks",
            "title": "O que esperar e o que pode dar errado",
            "text": (
                "Espero vermelhidão, inchaço, dor, um pouco de sangramento e descamação enquanto cicatriza, por cerca "
                "de duas a quatro semanas. Entendo que há riscos mesmo quando tudo é bem feito: infecção, reações "
                "alérgicas que podem surgir semanas ou anos depois, cicatrizes e queloides, desmaio, tinta que se "
                "espalha sob a pele e cicatrização irregular. A tatuagem pode esquentar ou arder em um exame de "
                "ressonância magnética."
            ),
        },
        {
            "key": "inks",
            "title": "As tintas",
            "text": (
                "Fui informado ou informada de quais tintas são usadas e pude ler o que elas contêm antes de começar. "
                "Entendo que pigmentos podem causar reações, que as tintas podem conter traços de metais como níquel "
                "e cromo, e que em alguns países, entre eles os Estados Unidos, nenhuma autoridade aprova pigmentos "
                "para uso na pele."
            ),
        },
        {
            "key": "health",
            "title": "Minhas respostas de saúde são verdadeiras",
            "text": (
                "Respondi com a verdade às perguntas sobre a minha saúde e não deixei de fora nada que eu saiba: "
                "alergias, gravidez ou amamentação, remédios, anticoagulantes, sangramento, coração e pressão, "
                "diabetes, epilepsia ou desmaios, infecções, e a pele onde fica a tatuagem. Aviso quem me tatua na "
                "hora se algo mudar. Na dúvida, consulto um médico antes."
            ),
        },
        {
            "key": "today",
            "title": "Como estou hoje",
            "text": (
                "Não estou sob efeito de álcool nem de drogas. Comi nas últimas quatro horas, ou avisei quem me tatua "
                "que não comi. Estou me sentindo bem, e ninguém está me pressionando a fazer isto."
            ),
        },
        {
            "key": "stencil",
            "title": "Desenho, grafia e decalque",
            "text": (
                "Antes de começar, confiro o decalque na minha pele: o local, o tamanho e cada letra, número e data. "
                "Depois que eu o aprovar e o trabalho começar, a grafia e a posição são minha responsabilidade."
            ),
        },
        {
            "key": "aftercare",
            "title": "Cuidados depois",
            "text": (
                "Recebi a folha de cuidados e ela me foi explicada. Vou segui-la: cobrir e lavar como orientado, não "
                "coçar, nada de banheira, piscina, mar ou sauna por duas a quatro semanas, e nada de sol enquanto "
                "cicatriza. A cicatrização depende dos meus cuidados, e essa é a minha parte."
            ),
        },
        {
            "key": "infection",
            "title": "Quando procurar um médico",
            "text": (
                "Conheço os sinais de infecção: vermelhidão que se espalha, calor, inchaço ou dor que aumentam, pus, "
                "listras vermelhas ou febre; e de alergia: erupções, bolhas ou dificuldade para respirar. Se eu os "
                "notar, procuro um médico imediatamente, ou um pronto-socorro se respirar for difícil, e depois aviso "
                "o estúdio."
            ),
        },
        {
            "key": "money",
            "title": "Sinal e retoque",
            "text": (
                "Conheço as regras do estúdio. O sinal é descontado do preço da última sessão. Posso remarcar uma vez "
                "sem custo até 48 horas antes; depois disso, ou se eu não vier, o sinal fica com o estúdio. Se quem "
                "tatua cancelar, recebo o sinal de volta. Um retoque em até 90 dias é gratuito onde a pele não "
                "segurou a tinta, desde que eu tenha seguido os cuidados."
            ),
        },
        {
            "key": "identity",
            "title": "Quem eu sou",
            "text": (
                "Tenho 18 anos ou mais. O nome e a data de nascimento neste formulário são meus, e mostrei ao estúdio "
                "um documento oficial com foto para comprovar."
            ),
        },
    ],
    "aftercare_title": "Folha de cuidados",
    "aftercare": [
        {
            "title": "As primeiras horas",
            "text": (
                "Deixe o filme ou curativo pelo tempo que quem tatuou indicou: filme de segunda pele, de três a sete "
                "dias; filme comum, algumas horas. Se vazar ou coçar, retire, lave e não cole de novo."
            ),
        },
        {
            "title": "Lavar",
            "text": (
                "Lave as mãos primeiro. Depois lave a tatuagem duas vezes ao dia com água morna e sabonete neutro sem "
                "perfume, com a mão, nunca com esponja. Seque com papel limpo, sem esfregar."
            ),
        },
        {
            "title": "Creme",
            "text": (
                "Uma camada bem fina do creme sem perfume que indicamos, duas ou três vezes ao dia. Menos é melhor."
            ),
        },
        {
            "title": "Deixe em paz",
            "text": (
                "Não coce, não puxe as casquinhas, não raspe os pelos. Use roupas largas e limpas por cima. Mantenha "
                "longe animais, terra e sujeira, e troque os lençóis."
            ),
        },
        {
            "title": "Água, sol e esporte",
            "text": (
                "Chuveiro pode. Nada de banheira, piscina, mar ou sauna por duas a quatro semanas. Nada de sol ou "
                "bronzeamento enquanto cicatriza; depois, sempre protetor solar fator 30 ou mais. Nada de esporte "
                "intenso por alguns dias. Nada de álcool hoje."
            ),
        },
        {
            "title": "O que é normal",
            "text": (
                "Um pouco de vermelhidão e líquido claro por dois ou três dias, descamação e coceira nas primeiras "
                "duas semanas, cores opacas até cerca do 30º dia."
            ),
        },
        {
            "title": "O que não é",
            "text": (
                "Vermelhidão que se espalha, calor, dor ou inchaço que aumentam, pus, listras vermelhas, febre, "
                "erupções ou bolhas, a qualquer tempo. Procure um médico, não o estúdio, e leve esta folha. Depois "
                "nos avise, para que possamos notificar."
            ),
        },
    ],
    "consents_title": "Quatro coisas às quais você pode dizer sim ou não",
    "consents_text": (
        "Cada uma é separada, e você pode retirar cada uma a qualquer momento sem dar motivo. Sem a primeira não "
        "podemos tatuar você, pois não poderíamos ler as suas respostas; as outras três não mudam nada na sua tatuagem."
    ),
    "e_form": (
        "Concordo em ler e assinar este formulário em uma tela em vez de papel. Posso receber uma cópia e posso pedir "
        "o papel."
    ),
    "sign_title": "Sua assinatura",
    "intent": (
        "Li e entendi tudo o que está acima e concordo por minha livre vontade. Com a minha assinatura, consinto com a "
        "tatuagem."
    ),
    "intent_button": "Eu assino",
}
