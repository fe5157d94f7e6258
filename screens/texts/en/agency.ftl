# For whom it is, agents, mandates and how they are revoked

agency-for-title = Whom is this for?
agency-for-self = For myself
agency-for-self-how = The card you laid is your own
agency-for-family = For one of my family
agency-for-family-how = They are here; their card is next
agency-for-agency = I am a registered agent
agency-for-agency-how = On the roster; the resident is here
agency-for-legal = For an organisation
agency-for-legal-how = I act for it; its code is scanned next
agency-entrust-title = Who is registering the mandate?
agency-entrust-self = I want somebody to act for me
agency-entrust-self-how = The card you laid is your own
agency-entrust-agency = I am the agent
agency-entrust-agency-how = The resident is here; their card is next

agency-asking = Looking at the roster of agents
agency-refused = You cannot act for others now
agency-refused-unknown = You are not on the roster of agents. Nothing was done for anybody.
agency-refused-suspended = Your registration is suspended. Nothing was done for anybody.
agency-refused-too-many = You have taken up as many matters as a day allows. Please come back tomorrow.
agency-refused-offline = The platform does not answer, so the roster cannot be looked at. Try again.
agency-refused-refused = The platform did not check this card. Try again with your identity card.
agency-refused-own = The resident can do it
agency-refused-own-how = Press Back, choose “For myself”, and lay the resident's own card.
agency-refused-staff = Ask the staff
agency-ask-again = Look again

agency-banner = Agent: { $agent }
agency-banner-for = Agent: { $agent }, acting for { $resident }
agency-barred = No agent may do this. Press Leave to end; then the resident can do it.
agency-expired = The agent's time is over. Press Leave, then lay the agent's card again.

agency-next-title = This matter is done
agency-next-wiped = The resident's data
agency-next-wiped-how = Gone from this machine; nobody can see them or bring them back.
agency-next-cards = Take away first
agency-next-cards-how = The resident's card and receipt.
agency-next-more = Next matter
agency-next-end = End

agency-mandate-title = Mandate
agency-mandate-lead = The resident reads it, or hears it, and then signs.
agency-mandate-terms = What is entrusted
agency-mandate-who = Given by: { $principal }
agency-mandate-agent = Given to: { $agent } ({ $body })
agency-mandate-body = Given to: { $body }
agency-mandate-family = Given to: { $agent }, of the family
agency-mandate-matter = Matter: { $matter }
agency-mandate-powers = They may: { $powers }
agency-mandate-until = Valid until { $until }
agency-mandate-free = Free of charge
agency-mandate-free-is = Nobody may ask money for this.
agency-mandate-revoke = You can revoke it at any time
agency-mandate-revoke-how = On this machine under “Revoke a mandate”, or call { $hotline }.
agency-mandate-sign = I agree: sign

agency-revoke-title = Revoke this mandate?
agency-revoke-then = What happens then
agency-revoke-then-is = It ends at once. The agent can no longer act for you.
agency-revoke-open = What was handed in
agency-revoke-open-is = It goes on; you can follow it yourself.
agency-revoke = Revoke it
agency-revoke-not = Keep it
agency-revoking = Revoking it
