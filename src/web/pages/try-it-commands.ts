/** The shortest way through a case on the command line. */
export function tryItCommands(origin: string): string {
  return `TOKEN=…
curl -s ${origin}/api/v1/me -H "Authorization: Bearer $TOKEN"

# Open a case, then see what can be done in it
curl -s ${origin}/api/v1/cases -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '{
  "workflow": "small-claims",
  "parties": [
    { "role": "applicant", "name": "Ada Applicant", "email": "ada@example.org" },
    { "role": "respondent", "name": "Rob Respondent", "email": "rob@example.org" }
  ]
}'
CASE=…
curl -s ${origin}/api/v1/cases/$CASE/actions -H "Authorization: Bearer $TOKEN"

# Do one of them: its "form" is the JSON Schema of "data"
curl -s ${origin}/api/v1/cases/$CASE/events -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: my-first-event" -d '{ "type": "…", "data": {} }'`;
}
