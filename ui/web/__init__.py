"""The page: a Streamlit app on loopback."""
