package aitest

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Answer writes what a call gets. The channel is closed when the client goes away or the server ends.
type Answer func(w http.ResponseWriter, c Call, gone <-chan struct{})

// Says answers a chat with the text.
func Says(text string) Answer { return SaysAndEnds(text, "stop") }

// SaysAndEnds answers a chat with the text and the reason for its end, such as "length". An empty reason is none.
func SaysAndEnds(text, reason string) Answer {
	return func(w http.ResponseWriter, c Call, _ <-chan struct{}) { reply(w, c, message{Content: text}, reason) }
}

// Refuses answers a chat with a refusal.
func Refuses() Answer {
	return func(w http.ResponseWriter, c Call, _ <-chan struct{}) {
		reply(w, c, message{Refusal: "I will not."}, "stop")
	}
}

// Fails answers with the status, an error of OpenAI's form, and headers given as name and value.
func Fails(status int, header ...string) Answer { return FailsAs(status, "", header...) }

// FailsAs is Fails with the code of the error, such as "moderation_blocked".
func FailsAs(status int, code string, header ...string) Answer {
	return func(w http.ResponseWriter, _ Call, _ <-chan struct{}) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		write(w, map[string]any{"error": map[string]string{"message": "no", "code": code}})
	}
}

// Silent never answers.
func Silent() Answer {
	return func(_ http.ResponseWriter, _ Call, gone <-chan struct{}) { <-gone }
}

// After answers when the channel is closed.
func After(until <-chan struct{}, then Answer) Answer {
	return func(w http.ResponseWriter, c Call, gone <-chan struct{}) {
		select {
		case <-until:
			then(w, c, gone)
		case <-gone:
		}
	}
}

// Begins streams the beginning of an answer to a chat, and the rest when the channel is closed. A nil channel never is.
func Begins(beginning string, until <-chan struct{}, rest string) Answer {
	return func(w http.ResponseWriter, c Call, gone <-chan struct{}) {
		stream(w, piece(beginning))
		After(until, Says(rest))(w, c, gone)
	}
}

// Trickles streams signs of life, a comment and the text by turns, until the channel is closed, and then the answer.
func Trickles(text string, every time.Duration, until <-chan struct{}, then Answer) Answer {
	return func(w http.ResponseWriter, c Call, gone <-chan struct{}) {
		for signs := []string{": still thinking\n\n", piece(text)}; ; signs[0], signs[1] = signs[1], signs[0] {
			stream(w, signs[0])
			select {
			case <-until:
				then(w, c, gone)
				return
			case <-gone:
				return
			case <-time.After(every):
			}
		}
	}
}

// CutOff sends the beginning of a body and then breaks the connection.
func CutOff(beginning string) Answer {
	return func(w http.ResponseWriter, _ Call, _ <-chan struct{}) {
		w.Header().Set("Content-Length", "100000")
		_, _ = io.WriteString(w, beginning)
	}
}

// CutStream breaks the connection within the answer to a chat.
func CutStream() Answer {
	return CutOff(piece(`{"para`))
}

// Sends answers with the body as it stands.
func Sends(body string) Answer { return SendsAs(http.StatusOK, body) }

// SendsAs is Sends with another status.
func SendsAs(status int, body string) Answer {
	return func(w http.ResponseWriter, _ Call, _ <-chan struct{}) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// Vectors answers with a vector for each text, the last one first: a server may answer in any order.
func Vectors(vector func(text string) []float64) Answer {
	type indexed struct {
		Index     int       `json:"index"`
		Embedding []float64 `json:"embedding"`
	}
	return func(w http.ResponseWriter, c Call, _ <-chan struct{}) {
		data := make([]indexed, len(c.Texts))
		for i, text := range c.Texts {
			data[len(data)-1-i] = indexed{i, vector(text)}
		}
		write(w, map[string]any{"data": data, "usage": map[string]int{"prompt_tokens": len(data)}})
	}
}

// Pictures answers with the pictures.
func Pictures(files ...[]byte) Answer {
	return func(w http.ResponseWriter, _ Call, _ <-chan struct{}) {
		data := make([]map[string]string, len(files))
		for i, file := range files {
			data[i] = map[string]string{"b64_json": base64.StdEncoding.EncodeToString(file)}
		}
		write(w, map[string]any{"created": 1, "data": data})
	}
}

type message struct {
	Content string `json:"content,omitempty"`
	Refusal string `json:"refusal,omitempty"`
}

var usage = map[string]int{"prompt_tokens": 10, "completion_tokens": 3, "total_tokens": 13}

// reply answers a chat: as a stream if the call asks for one, else as a whole.
func reply(w http.ResponseWriter, c Call, m message, reason string) {
	choice := map[string]any{"index": 0, "finish_reason": nil}
	if reason != "" {
		choice["finish_reason"] = reason
	}
	if !c.streamed {
		choice["message"] = m
		write(w, map[string]any{"choices": []any{choice}, "usage": usage})
		return
	}
	choice["delta"] = m
	stream(w, event(map[string]any{"choices": []any{choice}})+event(map[string]any{"choices": []any{}, "usage": usage})+"data: [DONE]\n\n")
}

// piece returns the event of a stream that brings a piece of the answer.
func piece(text string) string {
	return event(map[string]any{"choices": []any{map[string]any{"index": 0, "delta": message{Content: text}}}})
}

func event(body any) string {
	text, _ := json.Marshal(body)
	return fmt.Sprintf("data: %s\n\n", text)
}

func stream(w http.ResponseWriter, events string) {
	w.Header().Set("Content-Type", "text/event-stream")
	_, _ = io.WriteString(w, events)
	w.(http.Flusher).Flush()
}

func write(w io.Writer, body any) { _ = json.NewEncoder(w).Encode(body) }
