"""The same short news in nineteen languages, written for these tests, and articles about anything but peacemaking."""

from __future__ import annotations

FOREIGN = {
    "French": (
        "Le gouvernement et les rebelles se sont retrouvés lundi à Genève pour un troisième cycle de "
        "pourparlers. Le médiateur des Nations unies a dit espérer une trêve avant la fin du mois."
    ),
    "Spanish": (
        "El Gobierno y la guerrilla reanudaron el lunes en La Habana las conversaciones de paz. El "
        "mediador noruego dijo que las dos partes están cerca de un alto el fuego."
    ),
    "Portuguese": (
        "O governo e os rebeldes voltaram na segunda-feira à mesa de negociações em Maputo. O mediador "
        "italiano disse que as duas partes estão perto de um cessar-fogo."
    ),
    "German": (
        "Vertreter der Regierung und der Rebellen trafen sich am Montag in Genf zur dritten Runde der "
        "Gespräche. Der Vermittler der Vereinten Nationen hofft auf eine Waffenruhe noch in diesem "
        "Monat."
    ),
    "Italian": (
        "Il governo e i ribelli si sono incontrati lunedì a Ginevra per il terzo giro di colloqui. Il "
        "mediatore delle Nazioni Unite spera in una tregua entro la fine del mese."
    ),
    "Dutch": (
        "De regering en de rebellen kwamen maandag in Genève bijeen voor een derde ronde van de "
        "besprekingen. De bemiddelaar van de Verenigde Naties hoopt op een wapenstilstand nog deze "
        "maand."
    ),
    "Swedish": (
        "Regeringen och rebellerna möttes i måndags i Genève för en tredje omgång av samtalen. Förenta "
        "nationernas medlare hoppas på ett eldupphör före månadens slut."
    ),
    "Turkish": (
        "Hükümet ile isyancılar pazartesi günü Cenevre'de görüşmelerin üçüncü turu için bir araya geldi."
        " Birleşmiş Milletler arabulucusu ay sonundan önce ateşkes umduğunu söyledi."
    ),
    "Malay": (
        "Pemerintah dan kelompok pemberontak bertemu pada hari Senin di Jenewa untuk putaran ketiga "
        "perundingan. Penengah Perserikatan Bangsa-Bangsa berharap gencatan senjata tercapai sebelum "
        "akhir bulan."
    ),
    "Swahili": (
        "Serikali na waasi walikutana Jumatatu mjini Geneva kwa awamu ya tatu ya mazungumzo. Mpatanishi "
        "wa Umoja wa Mataifa alisema anatarajia kusitishwa kwa mapigano kabla ya mwisho wa mwezi."
    ),
    "Russian": (
        "Представители правительства и повстанцев встретились в понедельник в Женеве на третьем раунде "
        "переговоров. Посредник ООН выразил надежду на перемирие до конца месяца."
    ),
    "Ukrainian": (
        "Представники уряду та повстанців зустрілися в понеділок у Женеві на третьому раунді "
        "переговорів. Посередник ООН висловив надію на перемир'я до кінця місяця."
    ),
    "Arabic": (
        "التقى ممثلو الحكومة والمعارضة يوم الاثنين في جنيف في الجولة الثالثة من المحادثات. وقال وسيط "
        "الأمم المتحدة إنه يأمل في التوصل إلى هدنة قبل نهاية الشهر."
    ),
    "Persian": (
        "نمایندگان دولت و شورشیان روز دوشنبه در ژنو برای دور سوم گفتگوها دیدار کردند. میانجی سازمان ملل "
        "گفت امیدوار است پیش از پایان ماه آتش‌بس برقرار شود."
    ),
    "Hebrew": (
        "נציגי הממשלה והמורדים נפגשו ביום שני בז'נבה לסבב שלישי של שיחות. המתווך מטעם האומות המאוחדות "
        "אמר כי הוא מקווה להפסקת אש לפני סוף החודש."
    ),
    "Chinese": (
        "政府代表与反对派代表周一在日内瓦举行第三轮会谈。"
        "联合国调解人表示，希望在本月底之前达成停火协议。双方同意下周继续会谈。"
    ),
    "Japanese": (
        "政府と反政府勢力の代表は月曜日、ジュネーブで三回目の協議を行った。"
        "国連の調停官は、今月末までに停戦が実現することを期待していると述べた。"
    ),
    "Korean": "정부와 반군 대표들은 월요일 제네바에서 세 번째 회담을 열었다. 유엔 중재자는 이달 말 전에 휴전이 이루어지기를 바란다고 말했다.",
    "Hindi": (
        "सरकार और विद्रोहियों के प्रतिनिधि सोमवार को जिनेवा में तीसरे दौर की वार्ता के लिए मिले। संयुक्त"
        " राष्ट्र के मध्यस्थ ने महीने के अंत से पहले युद्धविराम की उम्मीद जताई।"
    ),
}
"""By the language that the library takes them for: it tells Indonesian and Malay hardly apart."""

ELSEWHERE = {
    "recipe": (
        "Peel the onions and cut them into thin rings. Melt the butter in a wide pan over a low flame, add the onions with a pinch of"
        " sugar, and let them turn golden for half an hour, stirring now and then. Beat the eggs with cream, nutmeg and pepper. Roll the"
        " dough out, lay it into a buttered tin, spread the onions on it and pour the eggs over them. Bake the tart in the middle of a"
        " hot oven until its top is brown and crisp. It tastes best lukewarm, with a green salad and a glass of cider."
    ),
    "football": (
        "Two late goals by their young winger gave Rovers a deserved win at home on Saturday and lifted them to third in the table."
        " The visitors had led at half time after a header from a corner, but tired on the soft pitch. The equaliser came from a penalty"
        " after a clumsy tackle, and with five minutes left the winger curled the ball round the keeper from twenty yards. Rovers play"
        " away on Wednesday; their captain is out with a sore knee, and the new striker sat on the bench for the whole match."
    ),
    "garden": (
        "Tulips want a sunny bed and soil that drains well. Plant the bulbs in late autumn, three times as deep as they are tall, with"
        " the tip up, and a hand apart. Water them once and leave them alone over the winter. When the flowers have faded in May, cut"
        " off the heads but keep the leaves until they are yellow, since the bulb draws its strength for next year from them. Mice love"
        " the bulbs, so a wire basket in the ground is worth the trouble."
    ),
}
"""English that has nothing to do with peacemaking, by subject."""
