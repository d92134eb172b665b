package aitest

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// Answer writes what a call gets. The channel is closed when the server ends.
type Answer func(w http.ResponseWriter, c Call, closed <-chan struct{})

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

// Silent does not answer before the server ends.
func Silent() Answer {
	return func(_ http.ResponseWriter, _ Call, closed <-chan struct{}) { <-closed }
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
	return CutOff("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"{\\\"para\"}}]}\n\n")
}

// Sends answers with the body as it stands.
func Sends(body string) Answer {
	return func(w http.ResponseWriter, _ Call, _ <-chan struct{}) { _, _ = io.WriteString(w, body) }
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
	w.Header().Set("Content-Type", "text/event-stream")
	for _, part := range []any{map[string]any{"choices": []any{choice}}, map[string]any{"choices": []any{}, "usage": usage}} {
		text, _ := json.Marshal(part)
		_, _ = fmt.Fprintf(w, "data: %s\n\n", text)
	}
	_, _ = io.WriteString(w, "data: [DONE]\n\n")
}

func write(w io.Writer, body any) { _ = json.NewEncoder(w).Encode(body) }
