package language

import "strings"

var pt = &Language{
	Code: "pt", Name: "Portuguese",
	FunctionWords: foldedSet(`a à ao aos as às até com como da das de dela dele do dos e é ela elas ele eles em entre era essa esse esta
está este eu foi fazer há isso isto já lhe mais mas me mesmo meu minha muito na nas não nem no nos nós num numa o onde os ou
para pela pelas pelo pelos por porque porquê pra quais qual quando quanto quantos que quem se sem ser seu sua são só sobre
também te tem ter teu tu um uma umas uns você vocês`),
	Qualifiers: foldedSet(`barato barata bom boa fácil grátis gratuito gratuita linha lista melhor melhores novo nova online rápido simples top`),
	Letters:    "ãõç",
	Stemmer:    portugueseStem,
	Asking:     set("quem onde qual quais quanto quantos"),
	Intents: &IntentWords{
		Opening: "quem, quando, onde, qual, quais, é, são, posso, pode",
		Informational: "como, o que é, o que e, o que são, o que significa, por que, por quê, porque, para que serve, quanto, quantos, quantas, guia, significado, definição, explicação, exemplo, " +
			"exemplos, ideia, ideias, sintomas, causas, história, aprender, receita, receitas, passo a passo, benefícios, vantagens, efeitos colaterais, estatísticas, diferença entre, " +
			"modelo, modelos, para iniciantes, introdução, lista, tipos de, dicas, truques, caseiro, calculadora, sinais de",
		Commercial: "melhor, melhores, comparar, comparação, comparativo, avaliação, avaliações, opinião, opiniões, resenha, recomendado, recomendados, marcas, diferença, diferenças, " +
			"alternativa, alternativas, vale a pena, ou, é bom, fornecedores, mais barato",
		Transactional: "comprar, compra, onde comprar, encomendar, pedir, preço, preços, preco, custo, custos, quanto custa, barato, barata, baratos, baratas, oferta, ofertas, promoção, " +
			"promoções, desconto, descontos, cupom, cupão, código promocional, perto de mim, aluguel, aluguer, alugar, reservar, reserva, assinatura, teste grátis, frete, entrega, loja, " +
			"lojas, loja online, atacado, à venda, usado, usados, segunda mão, orçamento, baixar, contratar, liquidação",
		Navigational: "entrar, acessar, acesso, minha conta, área do cliente, atendimento ao cliente, telefone, número de telefone, horário, endereço, contato, contacto, site oficial, página oficial",
	},
	Formula: &Formula{
		Name: "Flesch Reading Ease for Portuguese", Source: "Martins et al. 1996", Easy: 50, Hard: 25,
		Score: func(c Counts) float64 { return 248.835 - 1.015*c.PerSentence() - 84.6*c.PerWord() },
	},
	Site: &Site{
		Promise: "%s responde ao que as pessoas pesquisam, com uma página por pergunta.", About: "Sobre %s", Contact: "Contato",
		Shelves: map[string]string{"blog": "Categorias", "ecommerce": "Categorias de produtos", "company": "Serviços"},
	},
	Theme: &Theme{
		Home: "Início", Skip: "Ir para o conteúdo", Menu: "Menu principal", Breadcrumb: "Caminho", Contents: "Índice",
		Latest: "Mais recentes", Topics: "Temas", Services: "O que fazemos", Guides: "Guias de compra", Categories: "Por categoria",
		More: "Mais leituras", RelatedTo: "Mais sobre {topic}", Related: "Relacionados", InThis: "Neste guia", OnShelf: "Nesta categoria", Filed: "Arquivado em",
		By: "Por", Updated: "Atualizado em", Minutes: "{n} min de leitura", Articles: "artigos", Article: "artigo",
		About: "Sobre", Contact: "Contato", Email: "E-mail", Phone: "Telefone", Address: "Endereço", GetInTouch: "Fale conosco",
		NotFound: "Esta página não existe", NotFoundText: "O endereço pode estar errado ou a página mudou de lugar. Continue por aqui.", ToHome: "Ir para o início",
		Draft: "Este é um rascunho que ninguém revisou ainda.", Plan: "Isto é um plano: aqui ainda não há nada escrito.", Unwritten: "Ainda por escrever.", Feed: "Feed RSS", Footer: "Sobre este site",
		Months: [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
		Day:    "{d} de {m} de {y}",
	},
}

// portugueseStem removes gender, number and the infinitive from a Portuguese word. Snowball's Portuguese keeps most plurals
// apart (hotel, hotéis).
func portugueseStem(word string) string {
	word = Plain(word)
	for _, change := range [][2]string{{"coes", "cao"}, {"ais", "al"}, {"eis", "el"}, {"ns", "m"}} {
		if base, ok := cutEnding(word, change[0], 3); ok {
			word = base + change[1]
			break
		}
	}
	word = strings.TrimSuffix(word, "s")
	for _, ending := range []string{"ar", "er", "ir", "a", "e", "i", "o"} {
		if base, ok := cutEnding(word, ending, 3); ok {
			return base
		}
	}
	return word
}
