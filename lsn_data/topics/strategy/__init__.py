"""What does a cluster's strategy consist of, and how do two strategies compare?"""
